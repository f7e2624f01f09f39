package dev.gravitas.ui.shell;

import dev.gravitas.ui.command.CommandKeys;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.ClockChoice;
import dev.gravitas.ui.preferences.LivePreferences;
import dev.gravitas.ui.preferences.WindowMemory;
import dev.gravitas.ui.preferences.WindowPlace;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// What is inside the window, whichever window that is: the operator's, or the one behind a snapshot. FX thread only.
public final class ConsoleContent {
    private final WindowParts parts;
    private final LivePreferences preferences;
    private final Parent root;

    /// @param strings also the language of the window
    public ConsoleContent(WindowPorts ports, ConsoleWindow.Look look, Strings strings, Dialogs dialogs) {
        preferences = new LivePreferences(ports.preferences().load().with(look.theme()), ports.preferences());
        var formats = new Formats(Locale.getDefault(Locale.Category.FORMAT));
        preferences.clock().subscribe(choice -> formats.tellTimesIn(zone(choice)));
        parts = new WindowParts(ports, FxBridge.toToolkit(), strings, formats, dialogs, look.window(), preferences);
        parts.shell().page().set(look.page());
        root = new Magnifier(parts.load(), preferences);
    }

    private static ZoneId zone(ClockChoice choice) {
        return choice == ClockChoice.UTC ? ZoneOffset.UTC : ZoneId.systemDefault();
    }

    public Parent root() {
        return root;
    }

    /// Gives a scene the theme and the keys. The theme follows the operating system until the subscription ends.
    public Subscription dress(Scene scene) {
        new CommandKeys(scene).add(parts.commands());
        return new Themes(scene, preferences)::release;
    }

    /// Reads the open view and the state of the console anew.
    public void refresh() {
        parts.shell().refresh();
    }

    /// Reads what is due by the beat.
    public void beat() {
        parts.shell().beat();
        parts.times().tell();
        parts.watch();
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

    /// Keeps how the window is now for the next time.
    ///
    /// @param place where it is while it is not maximised, null where that cannot be told now
    void remember(@Nullable WindowPlace place, boolean maximised) {
        preferences.remember(new WindowMemory(place == null ? preferences.window().place() : place, maximised,
                parts.shell().page().get().name(), parts.filter().window().get()));
    }
}
