package dev.gravitas.ui.shell;

/// Which theme the operator wants; SYSTEM follows the operating system.
public enum ThemeChoice {
    SYSTEM, LIGHT, DARK
}
