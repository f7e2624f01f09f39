package dev.gravitas.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Dresses a scene in the light or the dark theme, live with the operating system unless the operator chose one. FX thread
/// only.
final class Themes {
    private static final List<String> SHEETS = List.of("tokens.css", "controls.css", "charts.css");

    private final Scene scene;
    private final ObjectProperty<ThemeChoice> choice;
    private final Subscription subscription;

    Themes(Scene scene, ObjectProperty<ThemeChoice> choice) {
        this.scene = scene;
        this.choice = choice;
        subscription = Subscription.combine(choice.subscribe(_ -> dress()),
                Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> dress()));
    }

    /// Stops following the operating system.
    void release() {
        subscription.unsubscribe();
    }

    private void dress() {
        var dark = switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        var sheets = scene.getStylesheets();
        sheets.setAll(SHEETS.stream().map(Themes::sheet).toList());
        sheets.add(sheet(dark ? "theme-dark.css" : "theme-light.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Themes.class.getResource("/dev/gravitas/ui/css/" + name), name).toExternalForm();
    }
}
