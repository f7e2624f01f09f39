package dev.gravitas.ui.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// All commands, in the order of their groups. Immutable.
///
/// @param all no two with the same keys
public record Commands(List<Command> all) {
    public Commands {
        all = List.copyOf(all);
        var keys = all.stream().flatMap(command -> command.keys().stream()).toList();
        if (keys.size() != keys.stream().distinct().count()) {
            throw new IllegalArgumentException("Two commands have the same keys: " + keys);
        }
    }

    /// Those in whose group or text each word of the question begins a word, best first: where the text begins with the
    /// question, then where the words are found in the text alone.
    public List<Command> matching(String question) {
        var words = words(question);
        return all.stream()
                .filter(command -> words.stream()
                        .allMatch(word -> begins(command.group() + " " + command.text(), word)))
                .sorted(Comparator.comparingInt(command -> distance(command, words, question)))
                .toList();
    }

    private static int distance(Command command, List<String> words, String question) {
        if (command.text().toLowerCase(Locale.ROOT).startsWith(question.strip().toLowerCase(Locale.ROOT))) {
            return 0;
        }
        return words.stream().allMatch(word -> begins(command.text(), word)) ? 1 : 2;
    }

    private static boolean begins(String text, String word) {
        return words(text).stream().anyMatch(part -> part.startsWith(word));
    }

    private static List<String> words(String text) {
        return Stream.of(text)
                .flatMap(whole -> Arrays.stream(whole.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
