package dev.gravitas.store.postgres;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;

/// Compares one line of sums with its rows.
final class SumsCheck {
    private final Differences differences;
    private final String name;
    private final ResultSet sums;

    SumsCheck(Differences differences, String name, ResultSet sums) {
        this.differences = differences;
        this.name = name + " ";
        this.sums = sums;
    }

    void compare(NaiveGroup group) throws SQLException {
        count("rows", group.rows().size());
        count("failed", group.failed());
        count("figures", group.count(RawRow::figure));
        count("used_rows", group.count(RawRow::used));
        sum("ms", group, RawRow::ms);
        sum("tokens", group, RawRow::tokensIfRanked);
        sum("prefill_ms", group, RawRow::prefillMs);
        sum("prefill_tokens", group, RawRow::prefillTokens);
        sum("decode_ms", group, RawRow::decodeMs);
        sum("decode_tokens", group, RawRow::decodeTokens);
        sum("figure_sum", group, RawRow::figure);
        sum("ln_sum", group, RawRow::lnFigure);
        sum("ln_square_sum", group, row -> squared(row.lnFigure()));
        sum("used_sum", group, RawRow::used);
        differences.extreme(name + "figure_min", group.least(RawRow::leastFigure), number("figure_min"));
        differences.extreme(name + "figure_max", group.most(RawRow::figure), number("figure_max"));
        differences.extreme(name + "used_max", group.most(RawRow::used), number("used_max"));
        differences.same(name + "first_seen", orElse(RawRows.LAST, group.first()), RawRows.time(time("first_seen")));
        differences.same(name + "last_seen", orElse(RawRows.FIRST, group.last()), RawRows.time(time("last_seen")));
    }

    /// Rows without a finite time leave the extremes to others.
    private static Instant orElse(Instant end, @Nullable Instant time) {
        return time == null ? end : time;
    }

    private static @Nullable Double squared(@Nullable Double number) {
        return number == null ? null : number * number;
    }

    private void count(String column, long expected) throws SQLException {
        differences.same(name + column, expected, sums.getLong(column));
    }

    private void sum(String column, NaiveGroup group, Function<RawRow, @Nullable Double> figure) throws SQLException {
        @Nullable
        Double kept = number(column);
        differences.same(name + column + " is told", group.count(figure) > 0, kept != null);
        double sizes = group.sum(row -> size(figure.apply(row)));
        differences.sum(name + column, group.sum(figure), kept == null ? 0 : kept, sizes);
    }

    private static @Nullable Double size(@Nullable Double number) {
        return number == null ? null : Math.abs(number);
    }

    private @Nullable Double number(String column) throws SQLException {
        double number = sums.getDouble(column);
        return sums.wasNull() ? null : number;
    }

    private OffsetDateTime time(String column) throws SQLException {
        return sums.getObject(column, OffsetDateTime.class);
    }
}
