package dev.gravitas.ui.footprint;

import dev.gravitas.maintenance.Duty;

/// A duty, as its card shows it.
///
/// @param level of what it found
/// @param verdict that in a word
/// @param result what it found last
/// @param done when that was, empty for never
/// @param due when it is to be done next
public record DutyRow(Duty duty, Level level, String verdict, String result, String done, String due) {
    /// How it stands.
    public enum Level {
        WELL, UNTOLD, LOOK, NEVER
    }
}
