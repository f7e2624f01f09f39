package dev.gravitas.store.postgres;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/// Compares every answer of the store with [NaiveFigures]. To be asked while nobody commits.
final class FigureCheck {
    private static final long MOST_SLICES = 1_000;

    private final Connection connection;
    private final TelemetryQueries queries;
    private final LocalDate today;

    /// @param now where the store's clock stands
    FigureCheck(Connection connection, TelemetryQueries queries, Instant now) {
        this.connection = connection;
        this.queries = queries;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /// Over all time that has buckets, whole.
    List<String> differences() throws SQLException, StoreException {
        return differences(List.of(EfficiencyQuery.of(new TimeWindow(RawRows.FIRST_BUCKET, RawRows.END_BUCKET))));
    }

    /// One sentence for each disagreement.
    List<String> differences(Collection<EfficiencyQuery> questions) throws SQLException, StoreException {
        Differences differences = new Differences();
        NaiveFigures naive = new NaiveFigures(RawRows.read(connection));
        new RollupCheck(differences, naive).compare(connection);
        footprint(differences, naive.all(_ -> true));
        storedRows(differences, naive);
        new TrendCheck(differences, naive).compare(today, queries.sixtyDays());
        for (EfficiencyQuery question : questions) {
            new EfficiencyCheck(differences, question, naive).compare(queries.efficiency(question));
            window(differences, naive, question.window());
        }
        return differences.found();
    }

    private void window(Differences differences, NaiveFigures naive, TimeWindow window)
            throws StoreException {
        var check = new TrendCheck(differences, naive);
        check.compare(window, queries.loadLatencies(window));
        for (SliceWidth width : SliceWidth.values()) {
            if (Duration.between(window.from(), window.to()).dividedBy(width.length()) <= MOST_SLICES) {
                check.compare(window + " by " + width, queries.trends(window, width));
            }
        }
    }

    private void footprint(Differences differences, NaiveGroup all) throws StoreException {
        var footprint = queries.footprint();
        differences.same("footprint: rows", (long) all.rows().size(), footprint.telemetryRows());
        differences.same("footprint: oldest", all.first(), footprint.oldestRecord());
        differences.same("footprint: newest", all.last(), footprint.newestRecord());
    }

    private void storedRows(Differences differences, NaiveFigures naive) throws StoreException {
        var stored = queries.storedRows();
        var requests = naive.all(RawRow::isRequest);
        differences.same("stored: rows", (long) naive.rows().size(), stored.total());
        differences.same("stored: requests", (long) requests.rows().size(), stored.thought());
        differences.same("stored: ranked", requests.requests(), stored.ranked());
        differences.same("stored: not ranked", requests.notRanked(), stored.notRanked());
        differences.same("stored: newest", naive.all(_ -> true).last(), stored.newest());
    }
}
