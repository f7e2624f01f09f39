package dev.gravitas.config;

import dev.gravitas.config.Setting.Standard;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Texts on their way to typed values. A text that does not fit adds one fault naming setting, value and allowed range,
/// and a stand-in is returned so that the remaining settings are checked too.
final class SettingValues {
    private final Map<Setting, String> texts = new EnumMap<>(Setting.class);
    private final List<String> faults;

    SettingValues(PresentSettings present) {
        faults = new ArrayList<>(present.faults());
        for (var setting : present.settings()) {
            if (setting.text() != null) {
                texts.put(setting.setting(), setting.text());
            }
        }
    }

    List<String> faults() {
        return faults;
    }

    boolean has(Setting setting) {
        return texts.containsKey(setting);
    }

    /// Adds a fault that only several values together show.
    void fault(String sentence) {
        faults.add(sentence);
    }

    /// The value that was set, else the one that always counts then; null where there is none of either.
    @Nullable
    String text(Setting setting) {
        var text = texts.get(setting);
        if (text != null && setting.allowed().admits(text)) {
            return text;
        }
        if (text != null) {
            faults.add("%s is '%s'; it must be %s".formatted(setting.key(), text, setting.allowed().words()));
        }
        return setting.standard() instanceof Standard.Value(var standard) ? standard : null;
    }

    /// The value of a setting that has no default and is needed.
    String needed(Setting setting) {
        var text = texts.get(setting);
        if (text == null || text.isEmpty()) {
            faults.add("%s is missing; it must be %s".formatted(setting.key(), setting.allowed().words()));
            return "";
        }
        return standIn(text(setting));
    }

    /// The value of a setting that always has one.
    String given(Setting setting) {
        return standIn(text(setting));
    }

    long number(Setting setting) {
        return Long.parseLong(given(setting));
    }

    private static String standIn(@Nullable String text) {
        return text == null ? "" : text;
    }
}
