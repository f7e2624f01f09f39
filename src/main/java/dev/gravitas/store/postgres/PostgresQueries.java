package dev.gravitas.store.postgres;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.model.VramRecord;
import dev.gravitas.model.WindowTrends;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;

/// Reads grouped rows and lets [Ranking] and [Trends] decide.
final class PostgresQueries implements TelemetryQueries {
    private final ConnectionPool pool;
    private final Clock clock;
    private final UpkeepLog log;
    private final FootprintQuestion footprint;
    private final VramQuestion vram;

    /// @param threads for the second half of a question that is asked on two sessions
    PostgresQueries(ConnectionPool pool, Clock clock, ThreadFactory threads) {
        this.pool = pool;
        this.clock = clock;
        this.log = new UpkeepLog(pool, clock);
        this.footprint = new FootprintQuestion(pool, clock, threads);
        this.vram = new VramQuestion(pool);
    }

    @Override
    public EfficiencyRanking efficiency(EfficiencyQuery query) throws StoreException {
        var groups = pool.use("The efficiency could not be read",
                connection -> Rows.read(connection, Sql.EFFICIENCY,
                        statement -> Sql.EFFICIENCY.bind(statement, parameters(query)),
                        Rows::efficiencyGroup));
        return Ranking.of(query, groups, clock.instant());
    }

    private static Map<String, @Nullable Object> parameters(EfficiencyQuery query) {
        var span = BucketSpan.of(query.window());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("from", Rows.bindable(span.from()));
        values.put("to", Rows.bindable(span.to()));
        values.put("first_bucket", Rows.bindable(span.firstBucket()));
        values.put("end_bucket", Rows.bindable(span.endBucket()));
        values.put("first_day", Rows.bindable(span.firstDay()));
        values.put("end_day", Rows.bindable(span.endDay()));
        values.put("head_bucket", Rows.bindable(span.headBucket()));
        values.put("head_minute", Rows.bindable(span.headMinute()));
        values.put("head_end", Rows.bindable(span.headEnd()));
        values.put("component", query.component());
        values.put("host", query.host());
        values.put("quantiles", query.quantiles());
        return values;
    }

    @Override
    public SixtyDayStatistics sixtyDays() throws StoreException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Trends.daily(
                whole("The 60-day statistics could not be read", Trends.sixtyDays(today), SliceWidth.DAY));
    }

    @Override
    public WindowTrends trends(TimeWindow window, SliceWidth width) throws StoreException {
        return whole("The trends could not be read", width.whole(window), width);
    }

    /// @param window of whole slices
    private WindowTrends whole(String fault, TimeWindow window, SliceWidth width) throws StoreException {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("from", Rows.bindable(window.from()));
        values.put("to", Rows.bindable(window.to()));
        values.put("width", width.length().toString());
        var sql = width == SliceWidth.DAY ? Sql.TREND_DAYS : Sql.TREND_SLICES;
        var sums = pool.use(fault, connection -> Rows.read(connection, sql,
                statement -> sql.bind(statement, values), Rows::trendSums));
        return Trends.of(window, width, TrendSums.whole(sums), clock.instant());
    }

    @Override
    public Map<String, LoadLatency> loadLatencies(TimeWindow window) throws StoreException {
        var span = BucketSpan.of(window);
        Map<String, @Nullable Object> values = Map.of("from", Rows.bindable(span.from()), "to",
                Rows.bindable(span.to()), "first_bucket", Rows.bindable(span.firstBucket()), "end_bucket",
                Rows.bindable(span.endBucket()));
        var sums = pool.use("The load latencies could not be read", connection -> Rows.read(connection, Sql.LOAD_SUMS,
                statement -> Sql.LOAD_SUMS.bind(statement, values), Rows::trendSums));
        return TrendSums.loads(sums)
                .stream()
                .filter(group -> group.slice() == null)
                .collect(Collectors.toUnmodifiableMap(LoadGroup::component, LoadGroup::latency));
    }

    @Override
    public List<VramRecord.Load> loads(TimeWindow window) throws StoreException {
        return vram.loads(window);
    }

    @Override
    public Footprint footprint() throws StoreException {
        return footprint.read();
    }

    @Override
    public VramRecord vram(TimeWindow window) throws StoreException {
        return vram.read(window);
    }

    @Override
    public List<UpkeepRecord> upkeep() throws StoreException {
        return log.all();
    }

    @Override
    public StoredRows storedRows() throws StoreException {
        return pool.use("The row counts could not be read",
                connection -> Rows.read(connection, Sql.STORED_ROWS, Rows.NO_PARAMETERS, Rows::storedRows).getFirst());
    }
}
