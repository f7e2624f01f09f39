package dev.gravitas.e2e.oracle;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.ServerConnector;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The telemetry by plain SQL over a session of its own: what any other program would see.
public record TelemetryTable(ServerLogin login) {
    private static final String ROWS = """
            SELECT (metadata ->> 'producer')::int, (metadata ->> 'number')::bigint, xmin::text::bigint, "timestamp"
            FROM system_telemetry WHERE "timestamp" >= ? AND metadata ?? 'producer'
            """;
    private static final String EFFICIENCY = """
            SELECT component, sum((metadata ->> 'inference_time_ms')::float8)
                / sum((metadata ->> 'tokens_generated')::float8)
            FROM system_telemetry WHERE event_type = 'THOUGHT_LATENCY' GROUP BY component
            """;

    /// Every row of producers that bears this time or a later one.
    public List<StoredRow> rowsSince(Instant time) throws SQLException, StoreException {
        try (var connection = new ServerConnector(Limits.STANDARD).open(login);
                var question = connection.prepareStatement(ROWS)) {
            connection.setAutoCommit(false);
            question.setFetchSize(10_000);
            question.setTimestamp(1, Timestamp.from(time));
            try (var row = question.executeQuery()) {
                var rows = new ArrayList<StoredRow>();
                while (row.next()) {
                    rows.add(new StoredRow(new EventId(row.getInt(1), row.getLong(2)), row.getLong(3),
                            row.getTimestamp(4).toInstant()));
                }
                return rows;
            }
        }
    }

    public long count() throws SQLException, StoreException {
        return ask("SELECT count(*) FROM system_telemetry", row -> {
            row.next();
            return row.getLong(1);
        });
    }

    /// Σ ms / Σ tokens by model, over the rows themselves.
    public Map<String, Double> efficiency() throws SQLException, StoreException {
        return ask(EFFICIENCY, row -> {
            var byModel = new TreeMap<String, Double>();
            while (row.next()) {
                byModel.put(row.getString(1), row.getDouble(2));
            }
            return byModel;
        });
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T ask(String question, Reading<T> reading) throws SQLException, StoreException {
        try (var connection = new ServerConnector(Limits.STANDARD).open(login);
                var statement = connection.prepareStatement(question);
                var rows = statement.executeQuery()) {
            return reading.of(rows);
        }
    }
}
