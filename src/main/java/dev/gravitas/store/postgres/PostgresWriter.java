package dev.gravitas.store.postgres;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.EventWriter;
import dev.gravitas.store.StoreException;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Stores events by COPY, in one transaction with the ids of their batches. A commit in doubt is settled by writing the
/// batches again: an id that is already there is left alone, and one whose transaction still runs is waited for.
///
/// A server that was found unsafe is asked again before each write, so that recording goes on once it is safe.
final class PostgresWriter implements EventWriter {
    private static final long SECONDS_OF_A_DAY = 86_400;

    private final ConnectionPool pool;
    private final DayPartitions partitions;
    private final CopyRows copyRows;
    private final Durability durability;
    private final Runnable written;

    /// @param written told after rows were copied
    PostgresWriter(ConnectionPool pool, DayPartitions partitions, CopyRows copyRows, Durability durability,
            Runnable written) {
        this.pool = pool;
        this.partitions = partitions;
        this.copyRows = copyRows;
        this.durability = durability;
        this.written = written;
    }

    @Override
    public void write(List<EventBatch> batches) throws StoreException {
        prepareFor(eventsOf(batches));
        pool.transact("The events could not be stored",
                connection -> copy(connection, eventsOf(unknown(connection, batches))));
    }

    /// What comes before every transaction that stores events: the promise of durability and the days' partitions.
    void prepareFor(List<TelemetryEvent> events) throws StoreException {
        if (!durability.faults().isEmpty()) {
            durability.found(pool.use("The database does not answer", c -> DurabilityCheck.ask(c).faults()));
        }
        durability.require();
        partitions.ensure(days(events));
    }

    /// Stores events in the caller's transaction, each day by a COPY of its own: since version 16 the server doubles the
    /// room it makes with each partition that one COPY touches, up to half a megabyte for a handful of rows.
    long copy(Connection connection, List<TelemetryEvent> events) throws SQLException {
        long copied = 0;
        for (List<TelemetryEvent> day : byDay(events)) {
            copied += copyDay(connection, day);
        }
        return copied;
    }

    private long copyDay(Connection connection, List<TelemetryEvent> events) throws SQLException {
        InputStream rows = copyRows.stream(events);
        try {
            long copied = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(Sql.COPY_EVENTS.text(), rows);
            if (copied != events.size()) {
                throw new SQLException("Of " + events.size() + " events " + copied + " were taken.", "08P01");
            }
            written.run();
            return copied;
        } catch (IOException e) {
            throw new SQLException("The connection broke.", "08006", e);
        }
    }

    /// The batches that this transaction is the first to store.
    private static List<EventBatch> unknown(Connection connection, List<EventBatch> batches) throws SQLException {
        Object[] ids = batches.stream().map(EventBatch::id).toArray();
        Set<UUID> inserted = new HashSet<>();
        try (PreparedStatement statement = Sql.BATCH_INSERT.prepare(connection)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    inserted.add(row.getObject(1, UUID.class));
                }
            }
        }
        return batches.stream().filter(batch -> inserted.contains(batch.id())).toList();
    }

    private static List<TelemetryEvent> eventsOf(List<EventBatch> batches) {
        return batches.size() == 1
                ? batches.getFirst().events()
                : batches.stream().flatMap(batch -> batch.events().stream()).toList();
    }

    private static Set<LocalDate> days(List<TelemetryEvent> events) {
        return events.stream()
                .mapToLong(PostgresWriter::day)
                .distinct()
                .mapToObj(LocalDate::ofEpochDay)
                .collect(Collectors.toSet());
    }

    /// In their order within each day.
    private static Collection<List<TelemetryEvent>> byDay(List<TelemetryEvent> events) {
        return events.stream()
                .collect(Collectors.groupingBy(PostgresWriter::day, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /// The event's UTC day, counted from 1970.
    private static long day(TelemetryEvent event) {
        return Math.floorDiv(event.timestamp().getEpochSecond(), SECONDS_OF_A_DAY);
    }
}
