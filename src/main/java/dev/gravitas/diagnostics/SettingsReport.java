package dev.gravitas.diagnostics;

import dev.gravitas.config.PresentSetting;
import dev.gravitas.config.PresentSettings;
import dev.gravitas.config.Setting.Standard;

import java.util.stream.Collectors;

/// All settings and who sets them, without the values that lead to somebody.
public record SettingsReport(PresentSettings present) {
    /// A line for each.
    public String text() {
        var lines = present.settings().stream().map(SettingsReport::line).collect(Collectors.joining("\n", "", "\n"));
        // A fault may quote what was mistyped, and that may be a password.
        return present.faults().isEmpty()
                ? lines
                : lines + "Faults of the file, not shown: " + present.faults().size() + "\n";
    }

    private static String line(PresentSetting present) {
        return present.setting().key() + " = " + value(present) + origin(present);
    }

    private static String value(PresentSetting present) {
        var text = present.text();
        if (text == null) {
            return switch (present.setting().standard()) {
                case Standard.Value(var value) -> value;
                case Standard.Found(var words) -> words;
                case Standard.None _ -> "none";
            };
        }
        if (!present.setting().allowed().admits(text)) {
            return "<not shown: not an allowed value>";
        }
        return present.setting().isSensitive() ? "<not shown>" : text;
    }

    private static String origin(PresentSetting present) {
        return switch (present.origin()) {
            case PresentSetting.Origin.Default _ -> " (default)";
            case PresentSetting.Origin.File _ -> " (file)";
            case PresentSetting.Origin.Environment(var variable) -> " (environment: " + variable + ")";
        };
    }
}
