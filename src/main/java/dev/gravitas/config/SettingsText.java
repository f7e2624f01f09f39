package dev.gravitas.config;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The text of a properties file, changed one setting at a time: every other line, comments and blank ones included, stays
/// as it is, to the byte. Immutable.
record SettingsText(String text) {
    private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$");
    private static final Pattern ODD_BACKSLASHES = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\\\z");
    private static final Pattern END = Pattern.compile("\r\n|\r|\n");

    /// What the file says of a setting.
    ///
    /// @throws IllegalArgumentException where the file is no properties file
    Optional<String> value(Setting setting) {
        return Optional.ofNullable(properties(text).getProperty(setting.key()));
    }

    /// @param value null to leave the setting out
    /// @throws IllegalArgumentException where the file is no properties file
    SettingsText with(Setting setting, @Nullable String value) {
        var entries = entries();
        var mine = IntStream.range(0, entries.size())
                .filter(at -> properties(entries.get(at)).containsKey(setting.key()))
                .boxed()
                .toList();
        if (mine.isEmpty()) {
            return value == null ? this : new SettingsText(added(entries, line(setting, value)));
        }
        // Of several lines with one key the last one counts, so the others are nobody's.
        mine.forEach(at -> entries.set(at, ""));
        if (value != null) {
            entries.set(mine.getLast(), line(setting, value) + lineEnd());
        }
        return new SettingsText(String.join("", entries));
    }

    /// Lines as the format has them: one that ends in a backslash goes on in the next.
    private List<String> entries() {
        var entries = new ArrayList<String>();
        var open = new StringBuilder();
        for (var line : LINE.matcher(text).results().map(match -> match.group()).toList()) {
            open.append(line);
            if (!goesOn(open.toString(), line)) {
                entries.add(open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            entries.add(open.toString());
        }
        return entries;
    }

    private static boolean goesOn(String entry, String line) {
        var first = entry.stripLeading();
        return !first.startsWith("#") && !first.startsWith("!")
                && ODD_BACKSLASHES.matcher(line.replaceFirst("[\r\n]+\\z", "")).find();
    }

    private String added(List<String> entries, String line) {
        if (!entries.isEmpty() && goesOn(entries.getLast(), text)) {
            // A backslash at the very end would swallow whatever came behind it.
            return line + lineEnd() + text;
        }
        var ended = text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
        return text + (ended ? "" : lineEnd()) + line + lineEnd();
    }

    private String lineEnd() {
        var found = END.matcher(text);
        return found.find() ? found.group() : "\n";
    }

    private static String line(Setting setting, String value) {
        return setting.key() + "=" + value.codePoints().mapToObj(SettingsText::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\f' -> "\\f";
            default -> Character.toString(character);
        };
    }

    private static Properties properties(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        return properties;
    }
}
