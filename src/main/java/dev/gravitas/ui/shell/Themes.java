package dev.gravitas.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.gravitas.ui.preferences.LivePreferences;
import dev.gravitas.ui.preferences.MotionChoice;
import dev.gravitas.ui.preferences.UiScale;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Dresses a scene in a theme, live with the operating system unless the operator chose one, and says to it how much may move.
/// FX thread only.
final class Themes {
    private static final List<String> SHEETS = List.of("tokens", "controls", "charts", "settings");
    private static final double FONT_PX = 14;

    private final Scene scene;
    private final LivePreferences preferences;
    private final Subscription subscription;

    /// What a theme is made of.
    private enum Look {
        LIGHT("theme-light"), DARK("theme-dark"), HIGH_CONTRAST("theme-high-contrast");

        private final String sheet;

        Look(String sheet) {
            this.sheet = sheet;
        }
    }

    Themes(Scene scene, LivePreferences preferences) {
        this.scene = scene;
        this.preferences = preferences;
        subscription = Subscription.combine(preferences.theme().subscribe(_ -> dress()),
                preferences.scale().subscribe((_, _) -> dress()),
                preferences.motion().subscribe(this::move),
                Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> dress()));
    }

    /// Stops following the operating system.
    void release() {
        subscription.unsubscribe();
    }

    // Null is the operating system's choice.
    private void move(MotionChoice choice) {
        scene.getPreferences().setReducedMotion(choice == MotionChoice.REDUCED ? Boolean.TRUE : null);
    }

    private void dress() {
        var look = look();
        Application.setUserAgentStylesheet(
                (look == Look.LIGHT ? new PrimerLight() : new PrimerDark()).getUserAgentStylesheet());
        var sheets = new ArrayList<String>(SHEETS.stream().map(Themes::sheet).toList());
        sheets.add(sheet(look.sheet));
        if (!preferences.scale().get().equals(UiScale.FULL)) {
            sheets.add(popUps(preferences.scale().get().factor()));
        }
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    private Look look() {
        return switch (preferences.theme().get()) {
            case LIGHT -> Look.LIGHT;
            case DARK -> Look.DARK;
            case HIGH_CONTRAST -> Look.HIGH_CONTRAST;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Look.DARK : Look.LIGHT;
        };
    }

    // Menus and hints are windows of their own, which the magnifier of this one does not reach.
    private static String popUps(double factor) {
        var css = ".tooltip, .context-menu, .combo-box-popup, .date-picker-popup { -fx-font-size: " + FONT_PX * factor
                + "px; }";
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Themes.class.getResource("/dev/gravitas/ui/css/" + name + ".css"), name)
                .toExternalForm();
    }
}
