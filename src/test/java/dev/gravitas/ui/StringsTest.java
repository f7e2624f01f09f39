package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The texts of the window and the places that use them agree.
class StringsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9.]+)\"");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z0-9]+(?:\\.[a-z0-9]+)+)\"");
    private static final Pattern LITERAL = Pattern
            .compile("(?:text|promptText|title|accessibleText|accessibleHelp|loadingText|ask)=\"[^%$\"]");
    /// A word of two letters or more that code gives to something that shows it.
    private static final Pattern WORDS = Pattern.compile(
            "(?:new (?:Label|Button|ToggleButton|MenuItem|Tooltip|Text|CheckBox)|\\.set(?:Text|Title|PromptText|Accessible\\w*))"
                    + "\\(\"[^\"]*\\p{L}{2}");
    private static final Pattern CALL = Pattern.compile("\\b(?:strings\\(?\\)?|words)\\.text\\(");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    private static Set<String> used() throws IOException {
        var used = new TreeSet<String>();
        collect(MAIN.resolve("resources/dev/gravitas/ui"), ".fxml", IN_FXML, used);
        collect(MAIN.resolve("java/dev/gravitas/ui"), ".java", IN_JAVA, used);
        used.removeIf(key -> key.startsWith("dev.gravitas") || key.startsWith("glass.") || key.startsWith("prism.")
                || key.startsWith("java.") || key.startsWith("javafx.") || key.endsWith(".css"));
        return used;
    }

    private static void collect(Path folder, String ending, Pattern pattern, Set<String> into) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> into.add(match.group(1)));
            }
        }
    }

    @Test
    void everyTextIsUsedAndEveryKeyHasAText() throws IOException {
        assertThat(used()).isEqualTo(new TreeSet<>(new Strings(Locale.ENGLISH).bundle().keySet()));
    }

    @Test
    void noFxmlHoldsText() throws IOException {
        var literals = new TreeSet<String>();
        try (var files = Files.walk(MAIN.resolve("resources/dev/gravitas/ui"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".fxml")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> literals.add(file + " " + match.group()));
            }
        }
        assertThat(literals).isEmpty();
    }

    @Test
    void noCodeOfTheWindowShowsTextOfItsOwn() throws IOException {
        var literals = new TreeSet<String>();
        for (var file : sources()) {
            WORDS.matcher(Files.readString(file)).results().forEach(match -> literals.add(file + " " + match.group()));
        }
        assertThat(literals).isEmpty();
    }

    /// So many values are given as the text has places for.
    @Test
    void fillsEachPlaceOfEachText() throws IOException {
        var bundle = new Strings(Locale.ENGLISH).bundle();
        var wrong = new TreeSet<String>();
        int seen = 0;
        for (var file : sources()) {
            var code = Files.readString(file);
            for (var call : CALL.matcher(code).results().toList()) {
                var arguments = arguments(code, call.end());
                var keys = IN_JAVA.matcher(arguments.getFirst()).results().map(match -> match.group(1)).toList();
                for (var key : keys) {
                    seen++;
                    int given = arguments.size() - 1;
                    int places = places(bundle.getString(key));
                    // Of two texts that are chosen from one may need less.
                    if (places > given || keys.size() == 1 && places < given) {
                        wrong.add(key + " gets " + (arguments.size() - 1) + " values in " + file.getFileName());
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(200);
        assertThat(wrong).isEmpty();
    }

    /// An apostrophe would end the text for whoever fills values in: it is written as ’.
    @Test
    void noTextQuotesItsPlaces() {
        var bundle = new Strings(Locale.ENGLISH).bundle();
        assertThat(bundle.keySet()).allSatisfy(key -> assertThat(bundle.getString(key)).doesNotContain("'"));
    }

    /// One more than the highest.
    private static int places(String text) {
        var places = new TreeSet<Integer>();
        PLACE.matcher(text).results().forEach(match -> places.add(Integer.valueOf(match.group(1))));
        return places.isEmpty() ? 0 : places.last() + 1;
    }

    private static List<String> arguments(String code, int from) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        boolean quoted = false;
        int begin = from;
        for (int at = from; depth >= 0; at++) {
            char letter = code.charAt(at);
            if (letter == '"' && code.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted) {
                boolean ends = letter == ')' && depth == 0;
                if (ends || letter == ',' && depth == 0) {
                    arguments.add(code.substring(begin, at));
                    begin = at + 1;
                }
                depth += letter == '(' || letter == '{' ? 1 : letter == ')' || letter == '}' ? -1 : 0;
            }
        }
        return arguments;
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(MAIN.resolve("java/dev/gravitas/ui"))) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void fillsValuesIn() {
        assertThat(new Strings(Locale.ENGLISH).text("status.events", "1,945")).isEqualTo("1,945 events");
    }
}
