package dev.gravitas.testing;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A ledger in memory that commits rows and progress together and refuses a state that is not the newest. Thread-safe.
public final class FakeImportLedger implements ImportLedger {
    private final Map<String, Entry> entries = new HashMap<>();
    private final List<TelemetryEvent> events = new ArrayList<>();
    private int largestBatch;
    private int advances;
    private int failAfter = Integer.MAX_VALUE;

    /// Lets so many more commits pass and fails then, until told otherwise.
    public synchronized void failAfter(int commits) {
        failAfter = commits;
    }

    public synchronized List<TelemetryEvent> events() {
        return List.copyOf(events);
    }

    public synchronized int advances() {
        return advances;
    }

    public synchronized int largestBatch() {
        return largestBatch;
    }

    @Override
    public synchronized Entry begin(String contentSha256, Instant startedAt, int spreadDays) {
        return entries.computeIfAbsent(contentSha256, sha -> new Entry(sha, startedAt, spreadDays, 0, 0, false));
    }

    @Override
    public synchronized Entry advance(Entry entry, List<TelemetryEvent> rows, long rowsRead, long rowsStored,
            boolean finished) throws StoreException {
        if (failAfter-- <= 0) {
            throw new StoreException(Kind.UNAVAILABLE, "The database was told to be away.");
        }
        if (!entry.equals(entries.get(entry.contentSha256()))) {
            throw new StoreException(Kind.CONFLICT, "Another process has moved this import on.");
        }
        var next = new Entry(entry.contentSha256(), entry.startedAt(), entry.spreadDays(), rowsRead, rowsStored,
                finished);
        entries.put(entry.contentSha256(), next);
        events.addAll(rows);
        advances++;
        largestBatch = Math.max(largestBatch, rows.size());
        return next;
    }
}
