package dev.gravitas.ui.preferences;

import java.util.List;

/// Everything that one operator prefers, and got used to. Immutable.
///
/// @param models in the order in which they got their colours
public record Preferences(ThemeChoice theme, UiScale scale, MotionChoice motion, ClockChoice clock,
        NoticeChoice notices, WindowMemory window, List<String> models) {
    /// Before anything was chosen.
    public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, UiScale.FULL, MotionChoice.SYSTEM,
            ClockChoice.UTC, NoticeChoice.NONE, WindowMemory.NONE, List.of());

    public Preferences {
        models = List.copyOf(models);
    }

    public Preferences with(ThemeChoice other) {
        return new Preferences(other, scale, motion, clock, notices, window, models);
    }

    public Preferences with(UiScale other) {
        return new Preferences(theme, other, motion, clock, notices, window, models);
    }

    public Preferences with(MotionChoice other) {
        return new Preferences(theme, scale, other, clock, notices, window, models);
    }

    public Preferences with(WindowMemory other) {
        return new Preferences(theme, scale, motion, clock, notices, other, models);
    }
}
