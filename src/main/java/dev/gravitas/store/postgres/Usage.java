package dev.gravitas.store.postgres;

import dev.gravitas.model.Definition;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/// Some ranked requests of one model and one definition, summed.
interface Usage {
    String component();

    Definition definition();

    /// Requests that enter figures; 0 for a group of failed rows.
    long requests();

    /// Σ inference time, ms.
    double ms();

    /// Σ tokens generated.
    double tokens();

    /// The definition that most tokens were generated under, by name order where two are equal; null without a request.
    static @Nullable Definition mostTokens(Collection<? extends Usage> groups) {
        Map<Definition, Double> tokens = new EnumMap<>(Definition.class);
        for (Usage group : groups) {
            if (group.requests() > 0) {
                tokens.merge(group.definition(), group.tokens(), Double::sum);
            }
        }
        @Nullable
        Definition most = null;
        for (var entry : tokens.entrySet()) {
            if (most == null || entry.getValue() > tokens.getOrDefault(most, 0.0)) {
                most = entry.getKey();
            }
        }
        return most;
    }

    /// The definition of one model's line: the ranking's where the model has requests of it, else its own.
    static @Nullable Definition ofLine(Collection<? extends Usage> model, @Nullable Definition ranking) {
        boolean ranked = model.stream().anyMatch(group -> group.requests() > 0 && group.definition() == ranking);
        return ranked ? ranking : mostTokens(model);
    }

    /// Figures over several groups.
    record Sum(long requests, double ms, double tokens) {

        static Sum of(Stream<? extends Usage> groups) {
            return groups.map(group -> new Sum(group.requests(), group.ms(), group.tokens()))
                    .reduce(new Sum(0, 0, 0),
                            Sum::plus);
        }

        private Sum plus(Sum other) {
            return new Sum(requests + other.requests, ms + other.ms, tokens + other.tokens);
        }

        /// Token-weighted ms/token; null without a request.
        @Nullable
        Double score() {
            return requests == 0 ? null : ms / tokens;
        }

        /// Whole tokens; other programs may write fractions.
        long wholeTokens() {
            return Math.round(tokens);
        }
    }
}
