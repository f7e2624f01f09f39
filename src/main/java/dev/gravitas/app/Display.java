package dev.gravitas.app;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;

/// Whether a window can be shown at all. To be asked before JavaFX starts: it can be started once per process only.
final class Display {
    private Display() {
    }

    /// @param platform JavaFX's platform if one was chosen by hand
    static boolean isThere(String osName, Map<String, String> environment, @Nullable String platform) {
        var linux = osName.toLowerCase(Locale.ROOT).startsWith("linux");
        // JavaFX 26 has no Wayland back end, so an X display is what counts.
        return !linux || "Headless".equals(platform) || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
