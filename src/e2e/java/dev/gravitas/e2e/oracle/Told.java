package dev.gravitas.e2e.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What producers were told, read from their notebooks.
///
/// @param announced the highest number that a thread of a run said it would use: nothing else can be in the database
/// @param acknowledged events whose future completed `true`
public record Told(Map<ThreadOfRun, Long> announced, Set<EventId> acknowledged) {

    public static final String ANNOUNCED = "announced";
    public static final String ACKNOWLEDGED = "acknowledged";

    /// One thread between a start of the producer and its end.
    public record ThreadOfRun(int thread, long run) {
        public static ThreadOfRun of(EventId id) {
            return new ThreadOfRun(id.thread(), id.run());
        }
    }

    /// Reads notebooks that are there: lines of one of the words above, thread and number.
    public static Told read(Collection<Path> notebooks) throws IOException {
        var told = new Told(new HashMap<>(), new HashSet<>());
        for (var notebook : notebooks) {
            if (Files.exists(notebook)) {
                told.add(Files.readString(notebook, StandardCharsets.US_ASCII));
            }
        }
        return told;
    }

    // A line that a kill cut short was never finished, so nobody had been promised anything by it.
    private void add(String text) {
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            var words = line.split(" ");
            var id = new EventId(Integer.parseInt(words[1]), Long.parseLong(words[2]));
            if (words[0].equals(ANNOUNCED)) {
                announced.merge(ThreadOfRun.of(id), id.number(), Math::max);
            } else {
                acknowledged.add(id);
            }
        });
    }

    boolean isAnnounced(EventId id) {
        return id.number() <= announced.getOrDefault(ThreadOfRun.of(id), -1L);
    }
}
