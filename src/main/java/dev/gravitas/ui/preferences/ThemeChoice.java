package dev.gravitas.ui.preferences;

/// Which theme the operator wants; SYSTEM follows the operating system between light and dark.
public enum ThemeChoice {
    SYSTEM, LIGHT, DARK, HIGH_CONTRAST
}
