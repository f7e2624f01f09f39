package dev.gravitas.ui.preferences;

/// How much may move by itself; SYSTEM follows the operating system.
public enum MotionChoice {
    SYSTEM, REDUCED
}
