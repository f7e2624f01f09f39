package dev.gravitas.store.postgres;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Compares the columns of the rollups, folded or not, with the rows: those that no figure shows yet too, and what is kept
/// of VRAM.
final class RollupCheck {
    private static final String SUMS = """
            SELECT %s AS start, event_type, component, host, definition, sum(rows) AS rows, sum(failed) AS failed,
                sum(figures) AS figures, coalesce(sum(used_rows), 0) AS used_rows, sum(ms) AS ms, sum(tokens) AS tokens,
                sum(prefill_ms) AS prefill_ms, sum(prefill_tokens) AS prefill_tokens, sum(decode_ms) AS decode_ms,
                sum(decode_tokens) AS decode_tokens, sum(figure_sum) AS figure_sum, min(figure_min) AS figure_min,
                max(figure_max) AS figure_max, sum(ln_sum) AS ln_sum, sum(ln_square_sum) AS ln_square_sum,
                sum(used_sum) AS used_sum, max(used_max) AS used_max, min(first_seen) AS first_seen,
                max(last_seen) AS last_seen
            FROM %s GROUP BY 1, 2, 3, 4, 5""";
    /// What a day has: its own rollup, and the deltas on their way there.
    private static final String DAYS = """
            (SELECT bucket, event_type, component, host, definition, rows, failed, figures, used_rows, ms, tokens,
                prefill_ms, prefill_tokens, decode_ms, decode_tokens, figure_sum, figure_min, figure_max, ln_sum,
                ln_square_sum, used_sum, used_max, first_seen, last_seen
            FROM telemetry_rollup_day JOIN telemetry_series USING (series)
            UNION ALL
            SELECT bucket, event_type, component, host, split_part(dims, E'\\x1f', 1), rows, failed, figures, used_rows,
                ms, tokens, prefill_ms, prefill_tokens, decode_ms, decode_tokens, figure_sum, figure_min, figure_max,
                ln_sum, ln_square_sum, used_sum, used_max, first_seen, last_seen
            FROM telemetry_delta) AS days""";

    private final Differences differences;
    private final NaiveFigures naive;

    RollupCheck(Differences differences, NaiveFigures naive) {
        this.differences = differences;
        this.naive = naive;
    }

    void compare(Connection connection) throws SQLException {
        compare(connection, SUMS.formatted("bucket", "telemetry_live"), RawRow::bucket);
        compare(connection, SUMS.formatted("date_trunc('day', bucket, 'UTC')", DAYS), RollupCheck::day);
    }

    private static Instant day(RawRow row) {
        Instant bucket = row.bucket();
        return bucket.equals(RawRows.FIRST) || bucket.equals(RawRows.LAST)
                ? bucket
                : bucket.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
    }

    private void compare(Connection connection, String sums, Function<RawRow, Instant> start) throws SQLException {
        Map<Key, NaiveGroup> expected = new TreeMap<>(
                NaiveFigures.by(row -> Key.of(start.apply(row), row), naive.rows()));
        try (PreparedStatement statement = connection.prepareStatement(sums);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                var key = Key.read(row);
                @Nullable
                NaiveGroup group = expected.remove(key);
                differences.same(key + " has rows", true, group != null);
                if (group != null) {
                    new SumsCheck(differences, key.toString(), row).compare(group);
                }
            }
        }
        differences.same("sums that are missing", Map.of(), expected);
    }

    /// What rows are summed by.
    ///
    /// @param start of the span
    record Key(Instant start, String eventType, String component, String host, String definition)
            implements
                Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::start)
                .thenComparing(Key::eventType)
                .thenComparing(Key::component)
                .thenComparing(Key::host)
                .thenComparing(Key::definition);

        static Key of(Instant start, RawRow row) {
            return new Key(start, ShortNames.of(row.eventType()), row.model(), ShortNames.of(row.host()),
                    row.isRequest() ? row.definition().text() : "");
        }

        static Key read(ResultSet row) throws SQLException {
            return new Key(RawRows.time(row.getObject("start", OffsetDateTime.class)), row.getString("event_type"),
                    row.getString("component"), row.getString("host"), row.getString("definition"));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
