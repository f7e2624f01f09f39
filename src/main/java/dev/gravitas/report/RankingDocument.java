package dev.gravitas.report;

import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.Quantiles;
import dev.gravitas.model.TimeWindow;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// `gravitas rank --json`: models in order of the ranking, ms/token.
///
/// @param quantileRelativeError how far p50, p95, p99 and the time to first token may be from the exact ones
public record RankingDocument(Instant generatedAt, Window window, @Nullable String definition,
        @Nullable Double efficiencyScore, long requests, long tokensGenerated, long notRanked,
        double quantileRelativeError, List<LeftOut> leftOut, List<Model> models) implements Document {

    public static RankingDocument of(EfficiencyRanking ranking) {
        return new RankingDocument(ranking.generatedAt(), Window.of(ranking.window()), text(ranking.definition()),
                ranking.efficiencyScore(), ranking.requests(), ranking.tokensGenerated(), ranking.notRanked(),
                Quantiles.RELATIVE_ERROR,
                ranking.leftOut().stream().map(LeftOut::of).toList(),
                ranking.models().stream().map(Model::of).toList());
    }

    /// `from` included, `to` excluded; where `to` is `generated_at`, rows that were stored by then are counted
    /// also where their clock runs up to a second ahead.
    public record Window(Instant from, Instant to) {
        static Window of(TimeWindow window) {
            return new Window(window.from(), window.to());
        }
    }

    /// Usable requests of a definition that the ranking does not use.
    public record LeftOut(String definition, long requests, long tokensGenerated) {
        static LeftOut of(EfficiencyRanking.LeftOut leftOut) {
            return new LeftOut(leftOut.definition().text(), leftOut.requests(), leftOut.tokensGenerated());
        }
    }

    /// One model; `rank` is null where it has no request of the ranking's definition. `first_seen` and `last_seen` are of all its
    /// requests in the window: those of other definitions, and those that are not ranked, too.
    public record Model(@Nullable Integer rank, String component, @Nullable String definition,
            @Nullable Double efficiencyScore, @Nullable Double tokensPerSecond, @Nullable Double ttftP50Ms,
            @Nullable Double p50, @Nullable Double p95, @Nullable Double p99, long requests, long tokensGenerated,
            long notRanked, long leftOut, Instant firstSeen, Instant lastSeen) {

        static Model of(ModelEfficiency model) {
            @Nullable
            Quantiles quantiles = model.quantiles();
            return new Model(model.rank(), model.component(), text(model.definition()), model.efficiencyScore(),
                    model.tokensPerSecond(), model.ttftP50Ms(), quantiles == null ? null : quantiles.p50(),
                    quantiles == null ? null : quantiles.p95(), quantiles == null ? null : quantiles.p99(),
                    model.requests(), model.tokensGenerated(), model.notRanked(), model.leftOut(), model.firstSeen(),
                    model.lastSeen());
        }
    }

    private static @Nullable String text(@Nullable Definition definition) {
        return definition == null ? null : definition.text();
    }
}
