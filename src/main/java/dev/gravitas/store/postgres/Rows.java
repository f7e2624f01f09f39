package dev.gravitas.store.postgres;

import dev.gravitas.model.DailyTrend.Figures;
import dev.gravitas.model.Definition;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.Quantiles;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.TimeWindow;
import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Turns result rows into records; SQL null becomes null.
final class Rows {
    static final Parameters NO_PARAMETERS = statement -> {};

    private Rows() {
    }

    @FunctionalInterface
    interface Parameters {
        void setOn(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> read(Connection connection, Sql sql, Parameters parameters, Row<T> row) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = sql.prepare(connection)) {
            parameters.setOn(statement);
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    rows.add(row.of(results));
                }
            }
        }
        return rows;
    }

    /// Sets the first two parameters.
    static void bind(PreparedStatement statement, TimeWindow window) throws SQLException {
        statement.setObject(1, window.from().atOffset(ZoneOffset.UTC));
        statement.setObject(2, window.to().atOffset(ZoneOffset.UTC));
    }

    static EfficiencyGroup efficiencyGroup(ResultSet row) throws SQLException {
        Double @Nullable [] quantiles = doubles(row, "quantiles");
        return new EfficiencyGroup(row.getString("component"), Definition.of(row.getString("definition")),
                row.getLong("requests"), row.getLong("not_ranked"), row.getDouble("ms"), row.getDouble("tokens"),
                quantiles == null ? null : new Quantiles(quantiles[0], quantiles[1], quantiles[2]),
                row.getObject("ttft_p50", Double.class), row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant());
    }

    static DailyGroup dailyGroup(ResultSet row) throws SQLException {
        Double @Nullable [] quantiles = doubles(row, "quantiles");
        long requests = row.getLong("requests");
        double ms = row.getDouble("ms");
        double tokens = row.getDouble("tokens");
        return new DailyGroup(row.getString("component"), Definition.of(row.getString("definition")),
                row.getObject("day", LocalDate.class), requests, ms, tokens, quantiles == null
                        ? null
                        : new Figures(ms / tokens, requests, Math.round(tokens), quantiles[0], quantiles[1]));
    }

    static LoadGroup loadGroup(ResultSet row) throws SQLException {
        Double @Nullable [] quantiles = doubles(row, "quantiles");
        return new LoadGroup(row.getString("component"), row.getObject("day", LocalDate.class),
                new LoadLatency(row.getLong("loads"), row.getLong("failed"), row.getObject("mean", Double.class),
                        quantiles == null ? null : quantiles[0], quantiles == null ? null : quantiles[1]));
    }

    static StoredRows storedRows(ResultSet row) throws SQLException {
        long thought = row.getLong("thought");
        long ranked = row.getLong("ranked");
        return new StoredRows(row.getLong("total"), thought, ranked, thought - ranked, instant(row, "newest"));
    }

    static Telemetry telemetry(ResultSet row) throws SQLException {
        var table = new Footprint.Table("system_telemetry", row.getLong("rows"), row.getLong("size_bytes"),
                row.getLong("index_bytes"));
        return new Telemetry(table, row.getLong("database_bytes"), instant(row, "oldest"), instant(row, "newest"));
    }

    static Footprint.Table table(ResultSet row) throws SQLException {
        return new Footprint.Table(row.getString("name"), row.getLong("rows"), row.getLong("size_bytes"),
                row.getLong("index_bytes"));
    }

    /// The telemetry table, and the database around it.
    record Telemetry(Footprint.Table table, long databaseBytes, @Nullable Instant oldest, @Nullable Instant newest) {}

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Double @Nullable [] doubles(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? null : (Double[]) array.getArray();
    }
}
