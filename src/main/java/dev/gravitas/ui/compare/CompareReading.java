package dev.gravitas.ui.compare;

import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.WindowTrends;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Asks the store for two sides. Every call blocks.
record CompareReading(TelemetryQueries queries) {

    /// @return empty where no model has a request in the window, and none was chosen
    Optional<Compared> read(CompareChoice choice, TimeWindow window, Instant now) throws StoreException {
        var ranking = queries.efficiency(EfficiencyQuery.of(window));
        var names = ranking.models().stream().map(ModelEfficiency::component).toList();
        return switch (choice) {
            case CompareChoice.Models(var first, var second) -> models(first, second, names, ranking, window, now);
            case CompareChoice.Periods(var model, var against, var written) -> {
                var name = model.or(() -> names.stream().findFirst()).orElse(null);
                yield name == null
                        ? Optional.empty()
                        : Optional.of(periods(name, against.of(window, written), names, ranking, window, now));
            }
        };
    }

    private Optional<Compared> models(Optional<String> first, Optional<String> second, List<String> names,
            EfficiencyRanking ranking, TimeWindow window, Instant now) throws StoreException {
        var one = first.or(() -> other(names, second)).orElse(null);
        var two = second.or(() -> other(names, Optional.ofNullable(one))).orElse("");
        if (one == null) {
            return Optional.empty();
        }
        var width = SliceWidth.of(length(window));
        var source = new Source(ranking, window, width);
        return Optional.of(new Compared(source.side(one), source.side(two), false, width, names, now));
    }

    private static Optional<String> other(List<String> names, Optional<String> taken) {
        return names.stream().filter(name -> !taken.equals(Optional.of(name))).findFirst();
    }

    private Compared periods(String model, TimeWindow before, List<String> names, EfficiencyRanking ranking,
            TimeWindow window, Instant now) throws StoreException {
        var width = SliceWidth.of(length(window).compareTo(length(before)) > 0 ? length(window) : length(before));
        var later = new Source(ranking, window, width).side(model);
        var figures = later.figures();
        var earlier = EfficiencyQuery.of(before).by(figures == null ? null : figures.definition());
        return new Compared(new Source(queries.efficiency(earlier), before, width).side(model), later, true, width,
                names, now);
    }

    private static Duration length(TimeWindow window) {
        return Duration.between(window.from(), window.to());
    }

    /// What is told of all models of one window.
    private final class Source {
        private final EfficiencyRanking ranking;
        private final TimeWindow window;
        private final WindowTrends trends;

        Source(EfficiencyRanking ranking, TimeWindow window, SliceWidth width) throws StoreException {
            this.ranking = ranking;
            this.window = window;
            this.trends = queries.trends(window, width);
        }

        Side side(String model) throws StoreException {
            var figures = ranking.models().stream().filter(line -> line.component().equals(model)).findFirst();
            return new Side(model, window, figures.orElse(null), queries.loadLatencies(window).get(model),
                    slices(model, figures.map(ModelEfficiency::definition).orElse(null)));
        }

        private List<WindowTrends.Slice> slices(String model, @Nullable Definition definition) {
            return trends.lines()
                    .stream()
                    .filter(line -> line.component().equals(model) && line.definition() == definition)
                    .findFirst()
                    .map(WindowTrends.Line::slices)
                    .orElse(List.of());
        }
    }
}
