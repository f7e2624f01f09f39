package dev.gravitas.ui.command;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Gives a scene the keys of commands. FX thread only.
public final class CommandKeys {
    private final Scene scene;

    public CommandKeys(Scene scene) {
        this.scene = scene;
    }

    public void add(Commands commands) {
        commands.all().forEach(this::add);
    }

    private void add(Command command) {
        for (var keys : command.keys()) {
            if (isSign(keys)) {
                addSign(keys, command.action());
                continue;
            }
            var combination = KeyCombination.valueOf(keys);
            scene.getAccelerators()
                    .put(combination, isTyped(combination)
                            ? () -> unlessTyping(command.action())
                            : command.action());
        }
    }

    /// One that lies elsewhere on each keyboard, so it is known by what it types.
    private static boolean isSign(String keys) {
        return keys.length() == 1 && !Character.isLetterOrDigit(keys.charAt(0));
    }

    private void addSign(String sign, Runnable action) {
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals(sign)) {
                unlessTyping(action);
            }
        });
    }

    /// A key that alone would be a letter in a text.
    private static boolean isTyped(KeyCombination keys) {
        return keys.getControl() != KeyCombination.ModifierValue.DOWN
                && keys.getAlt() != KeyCombination.ModifierValue.DOWN
                && keys.getMeta() != KeyCombination.ModifierValue.DOWN
                && keys.getShortcut() != KeyCombination.ModifierValue.DOWN
                && !keys.getName().matches("(Shift\\+)?F\\d+");
    }

    private void unlessTyping(Runnable action) {
        if (!(scene.getFocusOwner() instanceof TextInputControl)) {
            action.run();
        }
    }

    /// How keys are shown to the operator, on this system.
    public static String shown(Command command) {
        return command.keys().isEmpty() ? "" : KeyCombination.valueOf(command.keys().getFirst()).getDisplayText();
    }
}
