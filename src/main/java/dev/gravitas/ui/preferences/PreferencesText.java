package dev.gravitas.ui.preferences;

import dev.gravitas.ui.filter.WindowChoice;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Preferences as the lines of a file, and back.
public final class PreferencesText {
    /// More than a chart could ever tell apart.
    private static final int MOST_MODELS = 60;

    private final Properties lines;
    private final Consumer<String> refused;

    private PreferencesText(Properties lines, Consumer<String> refused) {
        this.lines = lines;
        this.refused = refused;
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
        line(text, "models", preferences.models()
                .stream()
                .limit(MOST_MODELS)
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" ")));
        var place = window.place();
        if (place != null) {
            line(text, "place", place.x() + " " + place.y() + " " + place.width() + " " + place.height());
        }
        return text.toString();
    }

    /// What is missing, or says something else than [#of] writes, is as it was before anything was chosen.
    ///
    /// @param refused is told of each line that cannot be used
    public static Preferences read(String text, Consumer<String> refused) {
        var lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            refused.accept("none of its lines can be read");
            return Preferences.DEFAULT;
        }
        return new PreferencesText(lines, refused).preferences();
    }

    private Preferences preferences() {
        var standard = Preferences.DEFAULT;
        return new Preferences(value("theme", standard.theme(), word -> constant(ThemeChoice.class, word)),
                value("scale", standard.scale(), word -> new UiScale(Integer.parseInt(word))),
                value("motion", standard.motion(), word -> constant(MotionChoice.class, word)),
                value("clock", standard.clock(), word -> constant(ClockChoice.class, word)),
                value("notices", standard.notices(), word -> constant(NoticeChoice.class, word)),
                new WindowMemory(this.<@Nullable WindowPlace>value("place", null, PreferencesText::place),
                        value("maximised", false, PreferencesText::yesOrNo),
                        value("page", "", word -> word.toUpperCase(Locale.ROOT)),
                        value("time", standard.window().time(), PreferencesText::time)),
                value("models", standard.models(), PreferencesText::models));
    }

    private <T extends @Nullable Object> T value(String key, T standard, Function<String, T> reading) {
        var word = lines.getProperty(key);
        if (word == null) {
            return standard;
        }
        try {
            return reading.apply(word.strip());
        } catch (IllegalArgumentException e) {
            refused.accept(key + "=" + word.strip());
            return standard;
        }
    }

    private static boolean yesOrNo(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static List<String> models(String words) {
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(words.split(" +"))
                        .limit(MOST_MODELS)
                        .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                        .distinct()
                        .toList();
    }

    private static WindowPlace place(String text) {
        var numbers = text.split(" ", -1);
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
