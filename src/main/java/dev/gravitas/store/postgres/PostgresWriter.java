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
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Stores events by COPY, each batch in one transaction with its id. A commit in doubt is settled by writing the batch
/// again: an id that is already there is left alone, and one whose transaction still runs is waited for.
final class PostgresWriter implements EventWriter {
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
    public void write(EventBatch batch) throws StoreException {
        prepareFor(batch.events());
        pool.transact("The events could not be stored", connection -> {
            boolean unknown = insertId(connection, batch.id());
            return unknown ? copy(connection, batch.events()) : 0;
        });
    }

    /// What comes before every transaction that stores events: the promise of durability and the days' partitions.
    void prepareFor(List<TelemetryEvent> events) throws StoreException {
        durability.require();
        partitions.ensure(events.stream().map(PostgresWriter::day).collect(Collectors.toSet()));
    }

    /// Stores events in the caller's transaction.
    long copy(Connection connection, List<TelemetryEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return 0;
        }
        InputStream rows = copyRows.stream(events);
        try {
            long copied = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(Sql.COPY_EVENTS.text(), rows);
            written.run();
            return copied;
        } catch (IOException e) {
            throw new SQLException("The connection broke.", "08006", e);
        }
    }

    private static boolean insertId(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = Sql.BATCH_INSERT.prepare(connection)) {
            statement.setObject(1, id);
            return statement.executeUpdate() == 1;
        }
    }

    private static LocalDate day(TelemetryEvent event) {
        return LocalDate.ofInstant(CopyRows.stored(event.timestamp()), ZoneOffset.UTC);
    }
}
