package dev.gravitas.ui.overview;

import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.explain.Scope;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// How the lines about the console itself are known. Thread-safe.
///
/// @param facts in the order of [Facts]
/// @param now when the console was asked
record FactsExplained(List<HealthFact> facts, Instant now, ExplanationWords words) {
    private static final List<String> FORMULAS = List.of("explain.fact.database", "explain.fact.recorder",
            "explain.fact.spool", "explain.fact.lost", "explain.fact.last", "explain.fact.pruned");

    /// Of what is well and what is not.
    Explanation checks(String verdict) {
        return scope().of(words.text("explain.checks"), verdict, words.text("explain.formula.checks"), "");
    }

    private Scope scope() {
        return new Scope("", "", "", words.text("explain.read.console", words.formats().full(now)));
    }

    List<Explanation> all() {
        var scope = scope();
        return IntStream.range(0, facts.size())
                .mapToObj(i -> scope.of(facts.get(i).label(), facts.get(i).value(), words.text(FORMULAS.get(i)), ""))
                .toList();
    }
}
