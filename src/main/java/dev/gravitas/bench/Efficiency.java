package dev.gravitas.bench;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// The ranking of the last 24 hours.
record Efficiency(TelemetryQueries queries, PlainSql sql, boolean quantiles) implements Question<EfficiencyRanking> {
    private static final Duration WINDOW = Duration.ofHours(24);

    @Override
    public String name() {
        return quantiles ? "aggregate_24h_quantiles" : "aggregate_24h";
    }

    @Override
    public EfficiencyRanking ask(Instant now) throws StoreException {
        var query = EfficiencyQuery.of(TimeWindow.last(WINDOW, now));
        return queries.efficiency(quantiles ? query : query.withoutQuantiles());
    }

    @Override
    public boolean shows(EfficiencyRanking answer, FreshRows.Row row) {
        return answer.models()
                .stream()
                .anyMatch(model -> model.component().equals(FreshRows.MODEL) && model.lastSeen().equals(row.time()));
    }

    @Override
    public Answer figures(EfficiencyRanking ranking) {
        var answer = new Answer();
        ranking.models().forEach(model -> add(answer, model));
        return answer;
    }

    private void add(Answer answer, ModelEfficiency model) {
        String name = model.component() + " ";
        answer.exact(name + "requests", model.requests())
                .exact(name + "not ranked", model.notRanked())
                .exact(name + "tokens", model.tokensGenerated())
                .exact(name + "first seen", seconds(model.firstSeen()))
                .exact(name + "last seen", seconds(model.lastSeen()));
        if (model.efficiencyScore() != null) {
            answer.exact(name + "ms/token", model.efficiencyScore());
        }
        var found = model.quantiles();
        if (found != null) {
            answer.quantile(name + "p50", found.p50())
                    .quantile(name + "p95", found.p95())
                    .quantile(name + "p99",
                            found.p99());
        }
    }

    @Override
    public Answer askNaively(Instant now) {
        var window = TimeWindow.last(WINDOW, now);
        var answer = new Answer();
        sql.query(PlainSql.file(quantiles ? "naive_efficiency_quantiles.sql" : "naive_efficiency.sql"),
                row -> add(answer, row), window.from().atOffset(ZoneOffset.UTC), window.to().atOffset(ZoneOffset.UTC));
        return answer;
    }

    private Answer add(Answer answer, ResultSet row) throws SQLException {
        String name = row.getString("component") + " ";
        answer.exact(name + "requests", row.getLong("requests"))
                .exact(name + "not ranked", row.getLong("not_ranked"))
                .exact(name + "tokens", row.getDouble("tokens"))
                .exact(name + "first seen", seconds(row.getObject("first_seen", OffsetDateTime.class).toInstant()))
                .exact(name + "last seen", seconds(row.getObject("last_seen", OffsetDateTime.class).toInstant()));
        if (row.getLong("requests") > 0) {
            answer.exact(name + "ms/token", row.getDouble("ms") / row.getDouble("tokens"));
        }
        if (quantiles && row.getArray("quantiles") != null) {
            var found = (Double[]) row.getArray("quantiles").getArray();
            answer.quantile(name + "p50", found[0]).quantile(name + "p95", found[1]).quantile(name + "p99", found[2]);
        }
        return answer;
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }
}
