package dev.gravitas.e2e.torture;

import dev.gravitas.e2e.oracle.Comparison;
import dev.gravitas.e2e.oracle.EventId;
import dev.gravitas.e2e.oracle.StoredRow;
import dev.gravitas.e2e.oracle.TelemetryTable;
import dev.gravitas.e2e.oracle.Told;
import dev.gravitas.store.StoreException;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far earlier rounds have compared, so that a round looks only at what is new. Between rounds nothing is in flight.
final class Progress {
    private final Map<Integer, Long> comparedByThread = new HashMap<>();
    private Instant since = Instant.EPOCH;
    private int firstNotebook;
    private int notebooks;
    private List<EventId> seen = List.of();

    /// @param all notebooks so far
    Comparison compareNew(List<Path> all, TelemetryTable table) throws IOException, SQLException, StoreException {
        notebooks = all.size();
        var everything = Told.read(all.subList(firstNotebook, notebooks));
        var told = new Told(everything.announced(),
                everything.acknowledged().stream().filter(this::isNew).collect(Collectors.toSet()));
        var rows = table.rowsSince(since);
        seen = Stream.concat(told.acknowledged().stream(), rows.stream().map(StoredRow::id)).toList();
        return Comparison.of(told, rows);
    }

    private boolean isNew(EventId id) {
        return id.number() > comparedByThread.getOrDefault(id.thread(), -1L);
    }

    /// What was compared last is done with.
    ///
    /// @param now before which nothing new happens
    void next(Instant now) {
        seen.forEach(id -> comparedByThread.merge(id.thread(), id.number(), Math::max));
        since = now;
        // The last one goes on.
        firstNotebook = notebooks - 1;
    }
}
