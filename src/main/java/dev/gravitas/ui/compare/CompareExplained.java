package dev.gravitas.ui.compare;

import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.explain.Scope;

import java.util.List;

/// How the figures of a comparison were measured. Thread-safe.
///
/// @param first and second as the sides are called
public record CompareExplained(Compared compared, String first, String second, ExplanationWords words) {

    /// One for each side and one for what lies between them.
    ///
    /// @param index of the row in the table
    List<Explanation> row(int index, CompareRow row) {
        boolean loads = index >= CompareTable.FIRST_LOADS;
        return List.of(side(index, row, compared.first(), first, row.first(), loads),
                side(index, row, compared.second(), second, row.second(), loads),
                between(row, loads));
    }

    private Explanation side(int index, CompareRow row, Side side, String name, String value, boolean loads) {
        return scope(side, loads).of(words.text("explain.subject", row.figure(), name), value, formula(index),
                count(side, loads));
    }

    private Explanation between(CompareRow row, boolean loads) {
        var count = words.text("explain.count.sides", count(compared.first(), loads), count(compared.second(), loads));
        return scope(compared.second(), loads).of(
                words.text("explain.subject", row.figure(), words.text("compare.column.difference")), row.difference(),
                words.text("explain.formula.between", words.formats().count(Compared.FEWEST),
                        words.formats().count(Compared.FEWEST_LOADS)),
                count);
    }

    private String formula(int index) {
        return switch (CompareTable.KEYS.get(index)) {
            case "compare.row.score" -> words.text("explain.formula.score");
            case "compare.row.p50" -> words.text("explain.formula.quantile", "50");
            case "compare.row.p95" -> words.text("explain.formula.quantile", "95");
            case "compare.row.speed" -> words.text("explain.formula.speed");
            case "compare.row.ttft" -> words.text("explain.formula.ttft");
            case "compare.row.requests" -> words.text("explain.formula.requests");
            case "compare.row.tokens" -> words.text("explain.formula.tokens");
            case "compare.row.unranked" -> words.text("explain.formula.notranked");
            case "compare.row.load.mean" -> words.text("explain.formula.loads.mean");
            case "compare.row.load.p95" -> words.text("explain.formula.loads.quantile", "95");
            case "compare.row.loads" -> words.text("explain.formula.loads");
            default -> words.text("explain.formula.loads.failed");
        };
    }

    private String count(Side side, boolean loads) {
        var load = side.loads();
        var figures = side.figures();
        return loads
                ? words.text("explain.count.loads", count(load == null ? 0 : load.loads()),
                        count(load == null ? 0 : load.timed()), count(load == null ? 0 : load.failed()))
                : words.requests(side.requests(), figures == null ? 0 : figures.tokensGenerated());
    }

    private String count(long n) {
        return words.formats().count(n);
    }

    private Scope scope(Side side, boolean loads) {
        var figures = side.figures();
        return words.stored(side.window().until(compared.read()), side.model(), null,
                loads || figures == null ? null : figures.definition(), compared.read());
    }
}
