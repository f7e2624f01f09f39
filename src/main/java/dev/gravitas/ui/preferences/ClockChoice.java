package dev.gravitas.ui.preferences;

/// In which time moments are told; LOCAL is that of the operating system. Days stay UTC days: figures are kept by those.
public enum ClockChoice {
    UTC, LOCAL
}
