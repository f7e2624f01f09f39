package dev.gravitas.ui.trends;

import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.fx.LiveView;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the sixty days and keeps which models are drawn. FX thread only.
public final class TrendsViewModel {
    private final TelemetryQueries queries;
    private final TrendsPresenter presenter;
    private final LiveView<TrendsScreen> live;
    private Optional<Set<String>> chosen = Optional.empty();

    public TrendsViewModel(TelemetryQueries queries, TrendsPresenter presenter, Filter filter, LiveView.Tools tools) {
        this.queries = queries;
        this.presenter = presenter;
        this.live = new LiveView<>(this::next, tools);
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
        return () -> presenter.present(queries.sixtyDays(), names);
    }
}
