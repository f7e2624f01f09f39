package dev.gravitas.config;

import dev.gravitas.config.PresentSetting.Origin;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// All settings as they are written now.
///
/// @param settings one for each [Setting], in its order
/// @param faults what of the file cannot be read
public record PresentSettings(List<PresentSetting> settings, List<String> faults) {
    public PresentSettings {
        settings = List.copyOf(settings);
        faults = List.copyOf(faults);
    }

    /// @param file the text of `settings.properties`
    static PresentSettings of(String file, Map<String, String> environment) {
        var faults = new ArrayList<String>();
        var texts = inFile(file, faults);
        return new PresentSettings(Arrays.stream(Setting.values())
                .map(setting -> present(setting, texts, environment))
                .toList(), faults);
    }

    /// Nothing but the environment, because the file says nothing that can be read.
    static PresentSettings without(IOException fault, Map<String, String> environment) {
        var settings = of("", environment).settings();
        return new PresentSettings(settings, List.of("the file cannot be read: " + fault.getMessage()));
    }

    private static PresentSetting present(Setting setting, Map<Setting, String> inFile,
            Map<String, String> environment) {
        for (var variable : setting.variables()) {
            var value = environment.get(variable);
            // Empty is how scripts unset a variable for one call.
            if (value != null && !value.isBlank()) {
                return new PresentSetting(setting, value.strip(), new Origin.Environment(variable));
            }
        }
        var text = inFile.get(setting);
        return new PresentSetting(setting, text, text == null ? new Origin.Default() : new Origin.File());
    }

    private static Map<Setting, String> inFile(String file, List<String> faults) {
        var texts = new EnumMap<Setting, String>(Setting.class);
        var properties = new Properties();
        try {
            properties.load(new StringReader(file));
        } catch (IOException | IllegalArgumentException e) {
            faults.add("the file cannot be read: " + e.getMessage());
            return texts;
        }
        properties.stringPropertyNames()
                .stream()
                .sorted()
                .forEach(key -> Setting.of(key)
                        .ifPresentOrElse(setting -> texts.put(setting, properties.getProperty(key).strip()),
                                () -> faults.add(key + " is not a setting; known are " + known())));
        return texts;
    }

    private static String known() {
        return String.join(", ", Arrays.stream(Setting.values()).map(Setting::key).sorted().toList());
    }
}
