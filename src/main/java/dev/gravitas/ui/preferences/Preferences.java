package dev.gravitas.ui.preferences;

/// Everything that one operator prefers. Immutable.
public record Preferences(ThemeChoice theme, UiScale scale, MotionChoice motion, ClockChoice clock,
        WindowMemory window) {
    /// Before anything was chosen.
    public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, UiScale.FULL, MotionChoice.SYSTEM,
            ClockChoice.UTC, WindowMemory.NONE);

    public Preferences with(ThemeChoice other) {
        return new Preferences(other, scale, motion, clock, window);
    }

    public Preferences with(UiScale other) {
        return new Preferences(theme, other, motion, clock, window);
    }

    public Preferences with(MotionChoice other) {
        return new Preferences(theme, scale, other, clock, window);
    }

    public Preferences with(WindowMemory other) {
        return new Preferences(theme, scale, motion, clock, other);
    }
}
