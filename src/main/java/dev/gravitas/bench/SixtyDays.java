package dev.gravitas.bench;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The statistics of sixty days, loads among them.
final class SixtyDays implements Question<SixtyDayStatistics> {
    private final TelemetryQueries queries;
    private final PlainSql sql;
    private long before = -1;

    SixtyDays(TelemetryQueries queries, PlainSql sql) {
        this.queries = queries;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "statistics_60day";
    }

    @Override
    public SixtyDayStatistics ask(Instant now) throws StoreException {
        return queries.sixtyDays();
    }

    /// The model's requests of today, less what this measurement has written, stay the same.
    @Override
    public boolean shows(SixtyDayStatistics answer, FreshRows.Row row) {
        long requests = answer.trends()
                .stream()
                .filter(trend -> trend.component().equals(FreshRows.MODEL))
                .mapToLong(ModelTrend::requests)
                .sum() - row.number();
        if (before < 0) {
            before = requests;
        }
        return requests == before;
    }

    @Override
    public Answer figures(SixtyDayStatistics statistics) {
        var answer = new Answer();
        for (var trend : statistics.trends()) {
            add(answer, trend);
            trend.daily().forEach(day -> add(answer, trend.component() + " " + day.date() + " ", day));
        }
        return answer;
    }

    private static void add(Answer answer, ModelTrend trend) {
        String name = trend.component() + " ";
        if (trend.efficiencyScore() != null) {
            answer.exact(name + "requests", trend.requests())
                    .exact(name + "tokens", trend.tokensGenerated())
                    .exact(name + "ms/token", trend.efficiencyScore());
        }
        add(answer, name, trend.loadLatency());
    }

    private static void add(Answer answer, String name, DailyTrend day) {
        var figures = day.figures();
        if (figures != null) {
            answer.exact(name + "requests", figures.requests())
                    .exact(name + "tokens", figures.tokensGenerated())
                    .exact(name + "ms/token", figures.efficiencyScore())
                    .quantile(name + "p50", figures.p50())
                    .quantile(name + "p95", figures.p95());
        }
        add(answer, name, day.loadLatency());
    }

    private static void add(Answer answer, String name, @Nullable LoadLatency loads) {
        if (loads != null) {
            answer.exact(name + "loads", loads.loads()).exact(name + "failed loads", loads.failed());
        }
        if (loads != null && loads.meanSeconds() != null && loads.p50Seconds() != null && loads.p95Seconds() != null) {
            answer.exact(name + "load mean", loads.meanSeconds())
                    .quantile(name + "load p50", loads.p50Seconds())
                    .quantile(name + "load p95", loads.p95Seconds());
        }
    }

    @Override
    public Answer askNaively(Instant now) {
        LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        var from = tomorrow.minusDays(SixtyDayStatistics.DAYS).atStartOfDay().atOffset(ZoneOffset.UTC);
        var answer = new Answer();
        sql.query(PlainSql.file("naive_sixty_days.sql"), row -> add(answer, row), from,
                tomorrow.atStartOfDay().atOffset(ZoneOffset.UTC));
        return answer;
    }

    private static Answer add(Answer answer, ResultSet row) throws SQLException {
        String day = row.getString("day");
        String name = row.getString("component") + " " + (day == null ? "" : day + " ");
        var quantiles = row.getArray("quantiles") == null ? null : (Double[]) row.getArray("quantiles").getArray();
        if (row.getBoolean("load")) {
            add(answer, name, quantiles == null
                    ? new LoadLatency(row.getLong("good"), 0, row.getLong("failed"), null, null, null)
                    : new LoadLatency(row.getLong("good"), row.getLong("good"), row.getLong("failed"),
                            row.getDouble("mean"), quantiles[0], quantiles[1]));
        } else if (quantiles != null) {
            answer.exact(name + "requests", row.getLong("good"))
                    .exact(name + "tokens", row.getDouble("tokens"))
                    .exact(name + "ms/token", row.getDouble("ms") / row.getDouble("tokens"));
            if (day != null) {
                answer.quantile(name + "p50", quantiles[0]).quantile(name + "p95", quantiles[1]);
            }
        }
        return answer;
    }
}
