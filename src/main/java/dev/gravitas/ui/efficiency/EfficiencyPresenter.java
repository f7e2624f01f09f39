package dev.gravitas.ui.efficiency;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Legible;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.ui.chart.Bar;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.chart.Share;
import dev.gravitas.ui.explain.DefinitionWords;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.KeyFigure;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Turns a ranking into what is written on screen. Thread-safe.
public final class EfficiencyPresenter {
    private final ModelColours colours;
    private final Formats formats;
    private final Strings strings;
    private final ExplanationWords words;

    public EfficiencyPresenter(ModelColours colours, Formats formats, Strings strings) {
        this.colours = colours;
        this.formats = formats;
        this.strings = strings;
        this.words = new ExplanationWords(formats, strings);
    }

    /// @param query by which the ranking was read
    public EfficiencyScreen present(EfficiencyRanking ranking, EfficiencyQuery query) {
        var models = ranking.models();
        colours.seen(models.stream().map(ModelEfficiency::component).toList());
        var longest = models.stream()
                .filter(model -> model.rank() != null)
                .map(ModelEfficiency::efficiencyScore)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        var bars = models.stream().flatMap(model -> bar(model).stream()).toList();
        return new EfficiencyScreen(models.stream().map(model -> row(model, longest)).toList(), bars, best(ranking),
                overall(ranking), requests(ranking), notRanked(ranking), meaning(ranking), leftOut(ranking),
                summary(ranking, bars), empty(ranking), new RankingExplained(ranking, query, words));
    }

    // A line without a rank shows its own figures; the words in its bar's place say why it does not compare.
    private EfficiencyRow row(ModelEfficiency model, double longest) {
        var rank = model.rank();
        var usable = model.efficiencyScore() != null;
        var quantiles = model.quantiles();
        return new EfficiencyRow(rank == null ? Formats.MISSING : String.valueOf(rank),
                new ModelName(model.component(), colours.of(model.component())), number(model.efficiencyScore(), 2),
                share(model, longest), number(model.tokensPerSecond(), 1), number(model.ttftP50Ms(), 0),
                number(quantiles == null ? null : quantiles.p50(), 1),
                number(quantiles == null ? null : quantiles.p95(), 1),
                number(quantiles == null ? null : quantiles.p99(), 1),
                usable ? formats.count(model.requests()) : Formats.MISSING,
                usable ? formats.count(model.tokensGenerated()) : Formats.MISSING, formats.count(model.notRanked()),
                formats.minute(model.lastSeen()));
    }

    private String number(@Nullable Double value, int decimals) {
        return formats.decimal(value, decimals);
    }

    private Share share(ModelEfficiency model, double longest) {
        var look = colours.of(model.component());
        var score = model.efficiencyScore();
        if (model.rank() != null && score != null) {
            return new Share(longest > 0 ? score / longest : 0, look, "");
        }
        var definition = model.definition();
        return new Share(null, look, definition == null
                ? strings.text("efficiency.unranked.unusable")
                : strings.text("efficiency.unranked.definition", new DefinitionWords(strings).brief(definition)));
    }

    private Optional<Bar> bar(ModelEfficiency model) {
        var score = model.efficiencyScore();
        if (model.rank() == null || score == null) {
            return Optional.empty();
        }
        var quantiles = model.quantiles();
        return Optional
                .of(new Bar(Legible.name(model.component()), colours.of(model.component()), score, number(score, 2),
                        quantiles == null ? null : new Bar.Range(quantiles.p50(), quantiles.p95())));
    }

    private KeyFigure best(EfficiencyRanking ranking) {
        return ranking.models()
                .stream()
                .filter(model -> model.rank() != null)
                .findFirst()
                .map(model -> new KeyFigure(number(model.efficiencyScore(), 2), strings.text("unit.ms.token"),
                        Legible.name(model.component())))
                .orElse(missing());
    }

    private KeyFigure overall(EfficiencyRanking ranking) {
        var score = ranking.efficiencyScore();
        return score == null || score <= 0
                ? missing()
                : new KeyFigure(number(score, 2), strings.text("unit.ms.token"),
                        strings.text("efficiency.overall.detail", number(1000 / score, 1)));
    }

    private KeyFigure requests(EfficiencyRanking ranking) {
        return new KeyFigure(formats.count(ranking.requests()), "",
                strings.text("efficiency.requests.detail", formats.count(ranking.tokensGenerated())));
    }

    private KeyFigure notRanked(EfficiencyRanking ranking) {
        return new KeyFigure(formats.count(ranking.notRanked()), "", strings.text("efficiency.notranked.detail"));
    }

    private static KeyFigure missing() {
        return new KeyFigure(Formats.MISSING, "", "");
    }

    private String meaning(EfficiencyRanking ranking) {
        var definition = ranking.definition();
        return definition == null ? "" : strings.text("efficiency.meaning", words.definition(definition));
    }

    private String leftOut(EfficiencyRanking ranking) {
        if (ranking.leftOut().isEmpty()) {
            return "";
        }
        return strings.text("efficiency.leftout", ranking.leftOut()
                .stream()
                .map(left -> strings.text("efficiency.leftout.item", formats.count(left.requests()),
                        words.definition(left.definition())))
                .collect(Collectors.joining(strings.text("list.separator"))));
    }

    private String summary(EfficiencyRanking ranking, List<Bar> bars) {
        return bars.isEmpty()
                ? strings.text("efficiency.chart.none")
                : strings.text("efficiency.chart.summary", formats.count(ranking.requests()),
                        bars.stream()
                                .map(bar -> bar.name() + " " + bar.text())
                                .collect(Collectors.joining(strings.text("list.separator"))));
    }

    private Optional<Notice> empty(EfficiencyRanking ranking) {
        if (!ranking.models().isEmpty()) {
            return Optional.empty();
        }
        var window = ranking.window();
        boolean widest = Duration.between(window.from(), window.to()).toDays() >= SixtyDayStatistics.DAYS;
        return Optional.of(widest
                ? new Notice(strings.text("trends.empty.title"), strings.text("trends.empty.text"))
                : new Notice(strings.text("efficiency.empty.title"), strings.text("efficiency.empty.text")));
    }
}
