package dev.gravitas.ui.preferences;

import dev.gravitas.ui.filter.WindowChoice;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;

/// Preferences as the lines of a file, and back.
public final class PreferencesText {
    private PreferencesText() {
    }

    public static String of(Preferences preferences) {
        var window = preferences.window();
        var text = new StringBuilder();
        line(text, "theme", word(preferences.theme()));
        line(text, "scale", Integer.toString(preferences.scale().percent()));
        line(text, "motion", word(preferences.motion()));
        line(text, "clock", word(preferences.clock()));
        line(text, "notices", word(preferences.notices()));
        line(text, "page", window.page().toLowerCase(Locale.ROOT));
        line(text, "time", switch (window.time()) {
            case WindowChoice.Rolling rolling -> word(rolling);
            case WindowChoice.Range(var from, var to) -> from + " " + to;
        });
        line(text, "maximised", Boolean.toString(window.maximised()));
        var place = window.place();
        if (place != null) {
            line(text, "place", place.x() + " " + place.y() + " " + place.width() + " " + place.height());
        }
        return text.toString();
    }

    /// What is missing is as it was before anything was chosen.
    ///
    /// @throws IllegalArgumentException where a line says something else than [#of] writes
    public static Preferences read(String text) {
        var lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        var standard = Preferences.DEFAULT;
        return new Preferences(value(lines, "theme", standard.theme(), word -> constant(ThemeChoice.class, word)),
                value(lines, "scale", standard.scale(), word -> new UiScale(Integer.parseInt(word))),
                value(lines, "motion", standard.motion(), word -> constant(MotionChoice.class, word)),
                value(lines, "clock", standard.clock(), word -> constant(ClockChoice.class, word)),
                value(lines, "notices", standard.notices(), word -> constant(NoticeChoice.class, word)),
                new WindowMemory(place(lines.getProperty("place")),
                        value(lines, "maximised", false, Boolean::valueOf),
                        value(lines, "page", "", word -> word.toUpperCase(Locale.ROOT)),
                        value(lines, "time", standard.window().time(), PreferencesText::time)));
    }

    private static <T> T value(Properties lines, String key, T standard, Function<String, T> reading) {
        var word = lines.getProperty(key);
        return word == null ? standard : reading.apply(word.strip());
    }

    private static @Nullable WindowPlace place(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var numbers = text.strip().split(" ", -1);
        if (numbers.length != 4) {
            throw new IllegalArgumentException("A place has four numbers, not " + numbers.length);
        }
        return new WindowPlace(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]), Double.parseDouble(numbers[3]));
    }

    private static WindowChoice time(String text) {
        var ends = text.split(" ", -1);
        try {
            return ends.length == 2
                    ? new WindowChoice.Range(Instant.parse(ends[0]), Instant.parse(ends[1]))
                    : constant(WindowChoice.Rolling.class, text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }
}
