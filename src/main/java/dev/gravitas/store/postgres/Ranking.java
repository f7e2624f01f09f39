package dev.gravitas.store.postgres;

import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.EfficiencyRanking.LeftOut;
import dev.gravitas.model.ModelEfficiency;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Decides who is ranked where, from grouped rows. Pure.
final class Ranking {
    private static final Comparator<ModelEfficiency> BY_EFFICIENCY = Comparator
            .comparingDouble((ModelEfficiency line) -> line.efficiencyScore() == null
                    ? Double.MAX_VALUE
                    : line.efficiencyScore())
            .thenComparing(ModelEfficiency::component);

    private final @Nullable Definition definition;
    private final List<EfficiencyGroup> groups;

    private Ranking(@Nullable Definition definition, List<EfficiencyGroup> groups) {
        this.definition = definition;
        this.groups = groups;
    }

    static EfficiencyRanking of(EfficiencyQuery query, List<EfficiencyGroup> groups, Instant readAt) {
        @Nullable
        Definition wished = query.definition();
        @Nullable
        Definition definition = wished == null ? Usage.mostTokens(groups) : wished;
        return new Ranking(definition, groups).over(query, readAt);
    }

    private EfficiencyRanking over(EfficiencyQuery query, Instant readAt) {
        var total = Usage.Sum.of(groups.stream().filter(group -> group.definition() == definition));
        return new EfficiencyRanking(query.window().until(readAt), definition, lines(), total.score(), total.requests(),
                total.wholeTokens(), notRanked(groups), leftOut(), readAt);
    }

    private List<ModelEfficiency> lines() {
        Map<String, List<EfficiencyGroup>> models = groups.stream()
                .collect(Collectors.groupingBy(EfficiencyGroup::component, TreeMap::new, Collectors.toList()));
        List<ModelEfficiency> ranked = new ArrayList<>();
        List<ModelEfficiency> unranked = new ArrayList<>();
        for (List<EfficiencyGroup> model : models.values()) {
            ModelEfficiency line = line(model);
            boolean inRanking = line.efficiencyScore() != null && line.definition() == definition;
            (inRanking ? ranked : unranked).add(line);
        }
        ranked.sort(BY_EFFICIENCY);
        ranked.replaceAll(line -> numbered(line, ranked.indexOf(line) + 1));
        ranked.addAll(unranked);
        return ranked;
    }

    private ModelEfficiency line(List<EfficiencyGroup> model) {
        @Nullable
        Definition own = Usage.ofLine(model, definition);
        var figures = model.stream().filter(group -> group.definition() == own).findFirst();
        var sum = Usage.Sum.of(figures.stream());
        long usable = Usage.Sum.of(model.stream()).requests();
        return new ModelEfficiency(null, model.getFirst().component(), own, sum.score(),
                figures.map(EfficiencyGroup::ttftP50Ms).orElse(null),
                figures.map(EfficiencyGroup::quantiles).orElse(null), sum.requests(), sum.wholeTokens(),
                notRanked(model), usable - sum.requests(),
                model.stream().map(EfficiencyGroup::firstSeen).min(Comparator.naturalOrder()).orElseThrow(),
                model.stream().map(EfficiencyGroup::lastSeen).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static ModelEfficiency numbered(ModelEfficiency line, int rank) {
        return new ModelEfficiency(rank, line.component(), line.definition(), line.efficiencyScore(), line.ttftP50Ms(),
                line.quantiles(), line.requests(), line.tokensGenerated(), line.notRanked(), line.leftOut(),
                line.firstSeen(), line.lastSeen());
    }

    private List<LeftOut> leftOut() {
        return Arrays.stream(Definition.values())
                .filter(other -> other != definition)
                .map(this::leftOut)
                .filter(left -> left.requests() > 0)
                .sorted(Comparator.comparingLong(LeftOut::tokensGenerated).reversed())
                .toList();
    }

    private LeftOut leftOut(Definition other) {
        var sum = Usage.Sum.of(groups.stream().filter(group -> group.definition() == other));
        return new LeftOut(other, sum.requests(), sum.wholeTokens());
    }

    private static long notRanked(List<EfficiencyGroup> groups) {
        return groups.stream().mapToLong(EfficiencyGroup::notRanked).sum();
    }
}
