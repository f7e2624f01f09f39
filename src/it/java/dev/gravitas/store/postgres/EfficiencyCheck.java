package dev.gravitas.store.postgres;

import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.EfficiencyRanking.LeftOut;
import dev.gravitas.model.ModelEfficiency;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Compares one ranking with the rows.
final class EfficiencyCheck {
    private final Differences differences;
    private final EfficiencyQuery query;
    private final List<RawRow> rows;

    EfficiencyCheck(Differences differences, EfficiencyQuery query, NaiveFigures naive) {
        this.differences = differences;
        this.query = query;
        this.rows = naive.asked(query);
    }

    void compare(EfficiencyRanking ranking) {
        var groups = NaiveFigures.byDefinition(rows);
        @Nullable
        Definition definition = query.definition() != null
                ? query.definition()
                : NaiveFigures.mostTokens(groups, ranking.definition());
        same("definition", definition, ranking.definition());
        var ranked = new NaiveGroup(rows.stream().filter(row -> row.definition() == definition).toList());
        same("requests", ranked.requests(), ranking.requests());
        differences.count(name("tokens"), ranked.tokens(), ranking.tokensGenerated());
        differences.sum(name("score"), ranked.score(), ranking.efficiencyScore());
        same("not ranked", new NaiveGroup(rows).notRanked(), ranking.notRanked());
        leftOut(groups, definition, ranking.leftOut());
        lines(definition, ranking.models());
        order(ranking.models());
    }

    private void leftOut(Map<Definition, NaiveGroup> groups, @Nullable Definition definition, List<LeftOut> leftOut) {
        long expected = groups.entrySet()
                .stream()
                .filter(group -> group.getKey() != definition && group.getValue().requests() > 0)
                .count();
        same("definitions left out", expected, (long) leftOut.size());
        for (LeftOut left : leftOut) {
            var group = groups.getOrDefault(left.definition(), new NaiveGroup(List.of()));
            same("left out of " + left.definition(), group.requests(), left.requests());
            differences.count(name("tokens left out of " + left.definition()), group.tokens(), left.tokensGenerated());
        }
    }

    private void lines(@Nullable Definition definition, List<ModelEfficiency> lines) {
        var models = NaiveFigures.byModel(rows);
        same("models", List.copyOf(models.keySet()), lines.stream().map(ModelEfficiency::component).sorted().toList());
        for (ModelEfficiency line : lines) {
            NaiveGroup model = models.get(line.component());
            if (model != null) {
                line(definition, model, line);
            }
        }
    }

    private void line(@Nullable Definition common, NaiveGroup model, ModelEfficiency line) {
        String name = line.component() + " ";
        @Nullable
        Definition own = NaiveFigures.ofModel(NaiveFigures.byDefinition(model.rows()), common, line.definition());
        same(name + "definition", own, line.definition());
        var used = NaiveGroup.of(model.rows().stream().filter(row -> row.isRanked() && row.definition() == own));
        same(name + "is ranked", own != null && own == common, line.rank() != null);
        same(name + "requests", used.requests(), line.requests());
        differences.count(name(name + "tokens"), used.tokens(), line.tokensGenerated());
        differences.sum(name(name + "score"), used.score(), line.efficiencyScore());
        same(name + "not ranked", model.notRanked(), line.notRanked());
        same(name + "left out", model.requests() - used.requests(), line.leftOut());
        same(name + "first seen", model.first(), line.firstSeen());
        same(name + "last seen", model.last(), line.lastSeen());
        quantiles(name, used, line);
    }

    private void quantiles(String name, NaiveGroup used, ModelEfficiency line) {
        var quantiles = line.quantiles();
        boolean asked = query.quantiles();
        quantile(name + "p50", asked ? used.quantile(50, RawRow::figure) : null,
                quantiles == null ? null : quantiles.p50());
        quantile(name + "p95", asked ? used.quantile(95, RawRow::figure) : null,
                quantiles == null ? null : quantiles.p95());
        quantile(name + "p99", asked ? used.quantile(99, RawRow::figure) : null,
                quantiles == null ? null : quantiles.p99());
        quantile(name + "time to first token", asked ? used.quantile(50, row -> row.size("ttft_ms")) : null,
                line.ttftP50Ms());
    }

    /// Ranks count up from 1, scores never fall, names break ties; the unranked follow by name.
    private void order(List<ModelEfficiency> lines) {
        var sorted = lines.stream()
                .sorted(Comparator.comparingInt((ModelEfficiency line) -> line.rank() == null ? 1 : 0)
                        .thenComparingDouble(EfficiencyCheck::rankedScore)
                        .thenComparing(ModelEfficiency::component))
                .toList();
        same("order", sorted, lines);
        var ranks = lines.stream().map(ModelEfficiency::rank).filter(Objects::nonNull).toList();
        same("ranks", IntStream.rangeClosed(1, ranks.size()).boxed().toList(), ranks);
    }

    private static double rankedScore(ModelEfficiency line) {
        @Nullable
        Double score = line.efficiencyScore();
        return line.rank() == null || score == null ? 0 : score;
    }

    private void same(String what, @Nullable Object expected, @Nullable Object actual) {
        differences.same(name(what), expected, actual);
    }

    private void quantile(String what, @Nullable Double expected, @Nullable Double actual) {
        differences.quantile(name(what), expected, actual);
    }

    private String name(String what) {
        return query + " " + what;
    }
}
