package dev.gravitas.store.postgres;

import dev.gravitas.model.Definition;
import dev.gravitas.model.Quantiles;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.UpkeepRecord;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Turns result rows into records; SQL null becomes null.
final class Rows {
    static final Parameters NO_PARAMETERS = statement -> {};

    /// What stands for the ends of time, under which the rollups keep rows of broken clocks: the ends of PostgreSQL's own
    /// calendar. The driver's own markers have no date in Java and could not be sent back.
    private static final Instant FIRST = Instant.parse("-4713-11-24T00:00:00Z");
    private static final Instant LAST = Instant.parse("+294276-12-31T23:59:59.999999Z");

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

    static OffsetDateTime bindable(Instant time) {
        if (time.isAfter(FIRST) && time.isBefore(LAST)) {
            return time.atOffset(ZoneOffset.UTC);
        }
        return time.isAfter(FIRST) ? OffsetDateTime.MAX : OffsetDateTime.MIN;
    }

    private static Instant told(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MIN)) {
            return FIRST;
        }
        return time.equals(OffsetDateTime.MAX) ? LAST : time.toInstant();
    }

    static EfficiencyGroup efficiencyGroup(ResultSet row) throws SQLException {
        @Nullable
        QuantileBins bins = QuantileBins.of(row.getBytes("bins"), row.getDouble("best"), row.getDouble("worst"));
        @Nullable
        QuantileBins ttft = QuantileBins.of(row.getBytes("ttft_bins"), 0, Double.MAX_VALUE);
        return new EfficiencyGroup(row.getString("component"), Definition.of(row.getString("definition")),
                row.getLong("requests"), row.getLong("not_ranked"), row.getDouble("ms"), row.getDouble("tokens"),
                bins == null ? null : new Quantiles(bins.at(0.5), bins.at(0.95), bins.at(0.99)),
                ttft == null ? null : ttft.at(0.5), time(row, "first_seen"), time(row, "last_seen"));
    }

    static TrendSums trendSums(ResultSet row) throws SQLException {
        return new TrendSums(row.getString("event_type"), row.getString("component"),
                Definition.of(row.getString("definition")),
                time(row, "slice"), row.getLong("rows"), row.getLong("failed"),
                row.getLong("figures"), row.getDouble("ms"), row.getDouble("tokens"), row.getDouble("figure_sum"),
                row.getDouble("figure_min"), row.getDouble("figure_max"), row.getBytes("bins"));
    }

    static StoredRows storedRows(ResultSet row) throws SQLException {
        long thought = row.getLong("thought");
        long ranked = row.getLong("ranked");
        return new StoredRows(row.getLong("total"), thought, ranked, thought - ranked, instant(row, "newest"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : told(time);
    }

    static UpkeepRecord upkeep(ResultSet row) throws SQLException {
        return new UpkeepRecord(row.getString("task"), time(row, "done_at"), row.getString("detail"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return told(row.getObject(column, OffsetDateTime.class));
    }
}
