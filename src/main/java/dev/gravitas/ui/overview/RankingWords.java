package dev.gravitas.ui.overview;

import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.chart.Share;
import dev.gravitas.ui.explain.DefinitionWords;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;

import java.util.List;
import java.util.Objects;

/// The ranking of the last 24 hours in rows. Thread-safe.
record RankingWords(ModelColours colours, Formats formats, Strings strings) {

    DayRanking of(Stored stored) {
        var ranked = stored.day().models().stream().filter(model -> model.rank() != null).toList();
        if (ranked.isEmpty()) {
            return none(stored);
        }
        var scores = ranked.stream().map(ModelEfficiency::efficiencyScore).filter(Objects::nonNull).toList();
        var scale = BarScale.of(scores);
        return new DayRanking(ranked.stream().map(model -> row(model, scale)).toList(),
                about(stored.day(), scale.isBeyond(scores.getLast())), "", true);
    }

    private DayRanking none(Stored stored) {
        boolean past = stored.days().trends().stream().anyMatch(trend -> trend.efficiencyScore() != null);
        return DayRanking.none(strings.text(past ? "overview.ranking.none" : "overview.ranking.never"), past);
    }

    private String about(EfficiencyRanking day, boolean cut) {
        var definition = day.definition();
        var what = definition == null
                ? ""
                : strings.text("overview.ranking.about", new DefinitionWords(strings).brief(definition));
        return cut ? strings.text("overview.ranking.cut", what) : what;
    }

    private RankRow row(ModelEfficiency model, BarScale scale) {
        var look = colours.of(model.component());
        var score = Objects.requireNonNull(model.efficiencyScore());
        var quantiles = model.quantiles();
        return new RankRow(String.valueOf(model.rank()), new ModelName(model.component(), look),
                formats.decimal(score, 2), new Share(scale.fraction(score), look, ""),
                formats.decimal(quantiles == null ? null : quantiles.p95(), 1), formats.count(model.requests()));
    }

    /// The names of all models of a ranking, those without a rank too.
    static List<String> names(EfficiencyRanking ranking) {
        return ranking.models().stream().map(ModelEfficiency::component).toList();
    }
}
