package dev.gravitas.ui.command;

import java.util.List;

/// Something the operator can do.
///
/// @param group what it belongs to, as it is shown
/// @param text what it does, as it is shown
/// @param keys combinations as [javafx.scene.input.KeyCombination] spells them, the one that is shown first; may be empty
/// @param action runs on the FX thread and returns at once
public record Command(String group, String text, List<String> keys, Runnable action) {
    public Command {
        keys = List.copyOf(keys);
    }

    public Command(String group, String text, Runnable action) {
        this(group, text, List.of(), action);
    }
}
