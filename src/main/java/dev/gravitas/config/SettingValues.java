package dev.gravitas.config;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Texts on their way to typed values. A text that does not fit adds one fault naming setting, value and allowed range,
/// and a stand-in is returned so that the remaining settings are checked too.
final class SettingValues {
    private final Map<String, String> texts;
    private final List<String> faults;

    SettingValues(Map<String, String> texts, List<String> faults) {
        this.texts = texts;
        this.faults = faults;
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /// Adds a fault that only several values together show.
    void fault(String sentence) {
        faults.add(sentence);
    }

    int integer(String key, int standard, int least, int most) {
        return (int) number(key, standard, least, most);
    }

    long number(String key, long standard, long least, long most) {
        var text = texts.get(key);
        if (text == null) {
            return standard;
        }
        try {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        var range = most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
        faults.add("%s is '%s'; it must be a whole number %s".formatted(key, text, range));
        return standard;
    }

    String word(String key, String standard, Set<String> allowed) {
        var text = texts.getOrDefault(key, standard);
        if (!allowed.contains(text)) {
            faults.add("%s is '%s'; it must be one of %s".formatted(key, text,
                    String.join(", ", allowed.stream().sorted().toList())));
        }
        return text;
    }

    @Nullable
    String matchingIfSet(String key, String pattern, String meaning) {
        return has(key) ? matching(key, pattern, meaning) : null;
    }

    String matching(String key, String pattern, String meaning) {
        var text = texts.get(key);
        if (text == null || text.isEmpty()) {
            faults.add("%s is missing; it must be %s".formatted(key, meaning));
            return "";
        }
        if (!text.matches(pattern)) {
            faults.add("%s is '%s'; it must be %s".formatted(key, text, meaning));
        }
        return text;
    }
}
