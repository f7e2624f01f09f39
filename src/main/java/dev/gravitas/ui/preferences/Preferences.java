package dev.gravitas.ui.preferences;

/// Everything that one operator prefers. Immutable.
public record Preferences(ThemeChoice theme, UiScale scale, MotionChoice motion, ClockChoice clock,
        NoticeChoice notices, WindowMemory window) {
    /// Before anything was chosen.
    public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, UiScale.FULL, MotionChoice.SYSTEM,
            ClockChoice.UTC, NoticeChoice.NONE, WindowMemory.NONE);

    public Preferences with(ThemeChoice other) {
        return new Preferences(other, scale, motion, clock, notices, window);
    }

    public Preferences with(UiScale other) {
        return new Preferences(theme, other, motion, clock, notices, window);
    }

    public Preferences with(MotionChoice other) {
        return new Preferences(theme, scale, other, clock, notices, window);
    }

    public Preferences with(WindowMemory other) {
        return new Preferences(theme, scale, motion, clock, notices, other);
    }
}
