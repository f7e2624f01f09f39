package dev.gravitas.store.postgres;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// The import ledger in the table `telemetry_import`. An import is moved on only from exactly the state that the caller
/// saw, so two processes can never both store the same rows.
final class PostgresImportLedger implements ImportLedger {
    private static final String FAILURE = "The import could not be stored";

    private final ConnectionPool pool;
    private final PostgresWriter writer;

    PostgresImportLedger(ConnectionPool pool, PostgresWriter writer) {
        this.pool = pool;
        this.writer = writer;
    }

    @Override
    public Entry begin(String contentSha256, Instant startedAt, int spreadDays) throws StoreException {
        return pool.transact(FAILURE, connection -> {
            try (PreparedStatement statement = Sql.IMPORT_BEGIN.prepare(connection)) {
                statement.setString(1, contentSha256);
                statement.setObject(2, startedAt.atOffset(ZoneOffset.UTC));
                statement.setInt(3, spreadDays);
                statement.executeUpdate();
            }
            return read(connection, contentSha256);
        });
    }

    @Override
    public Entry advance(Entry entry, List<TelemetryEvent> events, long rowsRead, long rowsStored, boolean finished)
            throws StoreException {
        writer.prepareFor(events);
        Entry next = new Entry(entry.contentSha256(), entry.startedAt(), entry.spreadDays(), rowsRead, rowsStored,
                finished);
        boolean moved = pool.transact(FAILURE, connection -> {
            boolean mine = moveOn(connection, entry, next);
            if (mine) {
                writer.copy(connection, events);
            }
            return mine;
        });
        if (!moved) {
            throw new StoreException(Kind.CONFLICT,
                    "Another process is importing this file. It goes on there; nothing is stored twice.");
        }
        return next;
    }

    private static boolean moveOn(Connection connection, Entry from, Entry to) throws SQLException {
        try (PreparedStatement statement = Sql.IMPORT_ADVANCE.prepare(connection)) {
            statement.setLong(1, to.rowsRead());
            statement.setLong(2, to.rowsStored());
            statement.setBoolean(3, to.finished());
            statement.setString(4, from.contentSha256());
            statement.setLong(5, from.rowsRead());
            statement.setLong(6, from.rowsStored());
            statement.setBoolean(7, from.finished());
            return statement.executeUpdate() == 1;
        }
    }

    private static Entry read(Connection connection, String contentSha256) throws SQLException {
        try (PreparedStatement statement = Sql.IMPORT_READ.prepare(connection)) {
            statement.setString(1, contentSha256);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Entry(row.getString("content_sha256"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(), row.getInt("spread_days"),
                        row.getLong("rows_read"), row.getLong("rows_stored"), row.getBoolean("finished"));
            }
        }
    }
}
