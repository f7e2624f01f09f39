package dev.gravitas.ui.compare;

import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.Quantiles;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// The figures of two sides, row by row. Numbers of requests and loads are told whatever they are; ratios only of enough.
record CompareTable(Compared compared, Formats formats, Strings strings) {

    /// Of the rows, in their order.
    static final List<String> KEYS = List.of("compare.row.score", "compare.row.p50", "compare.row.p95",
            "compare.row.speed", "compare.row.ttft", "compare.row.requests", "compare.row.tokens",
            "compare.row.unranked", "compare.row.load.mean", "compare.row.load.p95", "compare.row.loads",
            "compare.row.loads.failed");
    /// From this row on they are of loads.
    static final int FIRST_LOADS = KEYS.indexOf("compare.row.load.mean");

    List<CompareRow> rows() {
        return List.of(
                ratio(KEYS.get(0), Side::score, 2), ratio(KEYS.get(1), quantile(Quantiles::p50), 1),
                ratio(KEYS.get(2), quantile(Quantiles::p95), 1),
                ratio(KEYS.get(3), figure(ModelEfficiency::tokensPerSecond), 1),
                ratio(KEYS.get(4), figure(ModelEfficiency::ttftP50Ms), 0),
                count(KEYS.get(5), Side::requests),
                count(KEYS.get(6), side -> whole(side, ModelEfficiency::tokensGenerated)),
                count(KEYS.get(7), side -> whole(side, ModelEfficiency::notRanked)),
                load(KEYS.get(8), LoadLatency::meanSeconds),
                load(KEYS.get(9), LoadLatency::p95Seconds),
                count(KEYS.get(10), side -> loads(side, LoadLatency::timed)),
                count(KEYS.get(11), side -> loads(side, LoadLatency::failed)));
    }

    private static Function<Side, @Nullable Double> figure(Function<ModelEfficiency, @Nullable Double> of) {
        return side -> side.figures() == null ? null : of.apply(side.figures());
    }

    private static Function<Side, @Nullable Double> quantile(Function<Quantiles, Double> of) {
        return figure(line -> line.quantiles() == null ? null : of.apply(line.quantiles()));
    }

    private static long whole(Side side, Function<ModelEfficiency, Long> of) {
        return side.figures() == null ? 0 : of.apply(side.figures());
    }

    private static long loads(Side side, Function<LoadLatency, Long> of) {
        return side.loads() == null ? 0 : of.apply(side.loads());
    }

    private CompareRow ratio(String key, Function<Side, @Nullable Double> of, int decimals) {
        var few = strings.text(compared.comparable() ? "compare.few" : "compare.unlike");
        return divided(key, of, decimals, compared.enough(), few);
    }

    private CompareRow load(String key, Function<LoadLatency, @Nullable Double> of) {
        return divided(key, side -> side.loads() == null ? null : of.apply(side.loads()), 2, compared.enoughLoads(),
                strings.text("compare.few"));
    }

    /// @param otherwise what stands in place of a ratio that may not be told
    private CompareRow divided(String key, Function<Side, @Nullable Double> of, int decimals, boolean told,
            String otherwise) {
        var first = of.apply(compared.first());
        var second = of.apply(compared.second());
        var ratio = Compared.ratio(first, second);
        return new CompareRow(strings.text(key), formats.decimal(first, decimals), formats.decimal(second, decimals),
                ratio == null
                        ? Formats.MISSING
                        : told ? strings.text("compare.times", formats.decimal(ratio, 2)) : otherwise);
    }

    private CompareRow count(String key, Function<Side, Long> of) {
        long first = of.apply(compared.first());
        long second = of.apply(compared.second());
        return new CompareRow(strings.text(key), formats.count(first), formats.count(second),
                second == first
                        ? formats.count(0)
                        : strings.text(second > first ? "compare.plus" : "compare.minus",
                                formats.count(Math.abs(second - first))));
    }
}
