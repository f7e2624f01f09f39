package dev.gravitas.ui.preferences;

import dev.gravitas.ui.filter.WindowChoice;
import org.jspecify.annotations.Nullable;

/// How the window was left.
///
/// @param place of the window while it is not maximised, null before it was ever shown
/// @param page name of the view that was open, empty for none; may name a view that another version had
/// @param time window of time that was chosen
public record WindowMemory(@Nullable WindowPlace place, boolean maximised, String page, WindowChoice time) {
    /// Before the first window.
    public static final WindowMemory NONE = new WindowMemory(null, false, "", WindowChoice.Rolling.DAY);
}
