package dev.gravitas.ui.trends;

import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.WindowTrends;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.LiveView;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the trends of the chosen window and keeps which models are drawn. FX thread only.
public final class TrendsViewModel {
    private final TelemetryQueries queries;
    private final TrendsPresenter presenter;
    private final Filter filter;
    private final Clock clock;
    private final LiveView<TrendsScreen> live;
    private Optional<Set<String>> chosen = Optional.empty();

    public TrendsViewModel(TelemetryQueries queries, TrendsPresenter presenter, Filter filter, LiveView.Tools tools) {
        this.queries = queries;
        this.presenter = presenter;
        this.filter = filter;
        this.clock = tools.clock();
        this.live = new LiveView<>(this::next, tools);
        filter.window().subscribe((_, _) -> live.choiceChanged());
        filter.component().subscribe((_, one) -> choose(one.map(Set::of)));
        live.screen()
                .subscribe(screen -> screen
                        .ifPresent(now -> filter.seen(now.lines().stream().map(line -> line.model().name()).toList())));
    }

    public LiveView<TrendsScreen> live() {
        return live;
    }

    /// Draws a model, or takes its line away; when the chart is full nothing is added.
    public void toggle(TrendLine line) {
        if (line.free()) {
            var names = new HashSet<>(chosen.orElseGet(this::drawn));
            if (!names.remove(line.model().name())) {
                names.add(line.model().name());
            }
            choose(Optional.of(Set.copyOf(names)));
        }
    }

    private Set<String> drawn() {
        return live.screen()
                .get()
                .stream()
                .flatMap(screen -> screen.lines().stream())
                .filter(TrendLine::shown)
                .map(line -> line.model().name())
                .collect(Collectors.toSet());
    }

    private void choose(Optional<Set<String>> names) {
        chosen = names;
        live.choiceChanged();
    }

    private LiveView.Reading<TrendsScreen> next() {
        var names = chosen;
        var choice = filter.window().get();
        if (choice == WindowChoice.Rolling.SIXTY_DAYS) {
            return () -> {
                var days = queries.sixtyDays();
                return presenter.present(days, queries.loads(WindowTrends.of(days).window()), names);
            };
        }
        return () -> {
            var now = clock.instant();
            var window = choice.at(now).until(now);
            var width = SliceWidth.of(Duration.between(window.from(), window.to()));
            return presenter.present(queries.trends(window, width), queries.loads(window), names);
        };
    }
}
