package dev.gravitas.ui.efficiency;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Legible;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.explain.Scope;
import dev.gravitas.ui.fx.KeyFigure;

import java.util.List;

/// How the figures of a ranking were measured. Thread-safe.
///
/// @param query by which the ranking was read
public record RankingExplained(EfficiencyRanking ranking, EfficiencyQuery query, ExplanationWords words) {

    /// Of the model that is ranked first.
    List<Explanation> best(KeyFigure shown) {
        return ranking.models()
                .stream()
                .filter(model -> model.rank() != null)
                .limit(1)
                .map(model -> scope(model).of(words.text("efficiency.best.title"), ExplanationWords.value(shown),
                        words.text("explain.formula.best"), requests(model)))
                .toList();
    }

    /// Of all ranked models together.
    public List<Explanation> overall(String title, String value) {
        return ranking.efficiencyScore() == null
                ? List.of()
                : List.of(scope().of(title, value, words.text("explain.formula.overall"), ranked()));
    }

    /// Requests that count.
    public Explanation requests(String title, String value) {
        return scope().of(title, value, words.text("explain.formula.requests"), ranked());
    }

    /// Requests that count for nothing.
    public Explanation notRanked(String value) {
        return scope().defined("")
                .of(words.text("efficiency.notranked.title"), value, words.text("explain.formula.notranked"),
                        words.text("explain.count.notranked", words.formats().count(ranking.notRanked()),
                                words.formats().count(ranking.requests())));
    }

    /// Requests of other definitions than the ranking's.
    Explanation leftOut(String value) {
        return scope().of(words.text("explain.leftout"), value, words.text("explain.formula.leftout"),
                words.requests(ranking.leftOut().stream().mapToLong(EfficiencyRanking.LeftOut::requests).sum(),
                        ranking.leftOut().stream().mapToLong(EfficiencyRanking.LeftOut::tokensGenerated).sum()));
    }

    /// The lowest and the highest p95 of the ranked models.
    public Explanation p95(String value) {
        return scope().of(words.text("explain.p95"), value,
                words.text("explain.formula.p95.span", words.text("explain.formula.quantile", "95")), ranked());
    }

    /// All bars.
    public List<Explanation> chart(String title) {
        return List.of(scope().of(title, "", words.text("explain.formula.bars",
                words.text("explain.formula.score"), words.text("explain.formula.quantile", "50, 95")), ranked()));
    }

    /// One for each column with figures of the view of efficiency, in [EfficiencyController]'s order.
    List<Explanation> row(int index, EfficiencyRow row) {
        var model = ranking.models().get(index);
        return List.of(score(model, row.msPerToken(), "efficiency.column.score"),
                score(model, row.msPerToken(), "explain.bar"),
                rank(model, row.rank()),
                of(model, "efficiency.column.speed", row.tokensPerSecond(), words.text("explain.formula.speed")),
                of(model, "efficiency.column.ttft", row.ttft(), words.text("explain.formula.ttft")),
                quantile(model, "50", "efficiency.column.p50", row.p50()),
                quantile(model, "95", "efficiency.column.p95", row.p95()),
                quantile(model, "99", "efficiency.column.p99", row.p99()),
                of(model, "efficiency.column.requests", row.requests(), words.text("explain.formula.requests")),
                of(model, "efficiency.column.tokens", row.tokens(), words.text("explain.formula.tokens")),
                of(model, "efficiency.column.notranked", row.notRanked(), words.text("explain.formula.notranked")),
                of(model, "efficiency.column.lastseen", row.lastSeen(), words.text("explain.formula.lastseen")));
    }

    /// Of the model that is ranked at a place, from 0: its score, its bar, its rank, its p95, its requests, as they are written.
    public List<Explanation> rank(int index, String score, String rank, String p95, String requests) {
        var model = ranking.models().stream().filter(one -> one.rank() != null).toList().get(index);
        return List.of(score(model, score, "efficiency.column.score"), score(model, score, "explain.bar"),
                rank(model, rank), quantile(model, "95", "efficiency.column.p95", p95),
                of(model, "efficiency.column.requests", requests, words.text("explain.formula.requests")));
    }

    private Explanation score(ModelEfficiency model, String value, String titleKey) {
        return of(model, titleKey, value, words.text("explain.formula.score"));
    }

    private Explanation rank(ModelEfficiency model, String value) {
        return of(model, "explain.rank", value,
                words.text(model.rank() == null ? "explain.formula.unranked" : "explain.formula.rank"));
    }

    private Explanation quantile(ModelEfficiency model, String percent, String titleKey, String value) {
        return of(model, titleKey, value, words.text("explain.formula.quantile", percent));
    }

    private Explanation of(ModelEfficiency model, String titleKey, String value, String formula) {
        var subject = words.text("explain.subject", words.text(titleKey).replace('\n', ' '),
                Legible.name(model.component()));
        return scope(model).of(subject, value, formula, requests(model));
    }

    private String requests(ModelEfficiency model) {
        return words.requests(model.requests(), model.tokensGenerated());
    }

    private String ranked() {
        return words.requests(ranking.requests(), ranking.tokensGenerated());
    }

    private Scope scope() {
        return words.stored(ranking.window().until(ranking.generatedAt()), query.component(), query.host(),
                ranking.definition(),
                ranking.generatedAt());
    }

    private Scope scope(ModelEfficiency model) {
        return words.stored(ranking.window().until(ranking.generatedAt()), model.component(), query.host(),
                model.definition(),
                ranking.generatedAt());
    }
}
