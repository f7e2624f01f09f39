package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The texts of the window and the places that use them agree.
class StringsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9.]+)\"");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z0-9]+(?:\\.[a-z0-9]+)+)\"");
    private static final Pattern LITERAL = Pattern.compile("(?:text|promptText|title|accessibleText)=\"[^%$\"]");

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
    void fillsValuesIn() {
        assertThat(new Strings(Locale.ENGLISH).text("status.events", "1,945")).isEqualTo("1,945 events");
    }
}
