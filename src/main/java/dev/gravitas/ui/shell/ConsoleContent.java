package dev.gravitas.ui.shell;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.imports.FileQuestion;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;

/// What is inside the window, whichever window that is: the operator's, or the one behind a snapshot. FX thread only.
public final class ConsoleContent {
    private final WindowParts parts;
    private final ObjectProperty<ThemeChoice> theme;
    private final Parent root;

    /// @param strings also the language of the window
    /// @param question how to ask for a file
    public ConsoleContent(WindowPorts ports, ConsoleWindow.Look look, Strings strings, FileQuestion question) {
        theme = new SimpleObjectProperty<>(look.theme());
        var formats = new Formats(Locale.getDefault(Locale.Category.FORMAT));
        parts = new WindowParts(ports, FxBridge.toToolkit(), strings, formats, question, look.window(), theme);
        parts.shell().page().set(look.page());
        root = parts.load();
    }

    public Parent root() {
        return root;
    }

    /// Gives a scene the theme and the keys. The theme follows the operating system until the subscription ends.
    public Subscription dress(Scene scene) {
        keys(scene);
        return new Themes(scene, theme)::release;
    }

    /// Reads the open view and the state of the console anew.
    public void refresh() {
        parts.shell().refresh();
    }

    /// Reads anew what changes by the second.
    void refreshLive() {
        parts.shell().refreshLive();
    }

    /// Whether the open view and the state have figures, or words instead of them.
    public boolean settled() {
        return parts.shell().settled();
    }

    /// What the open view says instead of figures, because they could not be read; empty where that is not so.
    public Optional<Notice> failure() {
        return parts.shell().failure();
    }

    private void keys(Scene scene) {
        var pages = Page.values();
        for (int i = 0; i < pages.length; i++) {
            var page = pages[i];
            var key = KeyCode.getKeyCode(String.valueOf(i + 1));
            scene.getAccelerators()
                    .put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN),
                            () -> parts.shell().page().set(page));
        }
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), this::refresh);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), parts.imports()::dismiss);
    }
}
