package dev.gravitas.ui.efficiency;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.LiveView;

import javafx.beans.binding.BooleanBinding;

/// Reads the ranking of the chosen window and model, and reads anew when the choice changes. FX thread only.
public final class EfficiencyViewModel {
    private final TelemetryQueries queries;
    private final EfficiencyPresenter presenter;
    private final Filter filter;
    private final LiveView.Tools tools;
    private final LiveView<EfficiencyScreen> live;

    public EfficiencyViewModel(TelemetryQueries queries, EfficiencyPresenter presenter, Filter filter,
            LiveView.Tools tools) {
        this.queries = queries;
        this.presenter = presenter;
        this.filter = filter;
        this.tools = tools;
        this.live = new LiveView<>(this::next, tools);
        filter.window().subscribe((_, _) -> live.choiceChanged());
        filter.component().subscribe((_, _) -> live.choiceChanged());
        live.screen()
                .subscribe(screen -> screen
                        .ifPresent(now -> filter.seen(now.rows().stream().map(row -> row.model().name()).toList())));
    }

    public LiveView<EfficiencyScreen> live() {
        return live;
    }

    /// The way out of an empty window.
    public void widen() {
        filter.window().set(WindowChoice.Rolling.SIXTY_DAYS);
    }

    /// Whether there is a wider window to offer.
    public BooleanBinding canWiden() {
        return filter.window().isNotEqualTo(WindowChoice.Rolling.SIXTY_DAYS);
    }

    private LiveView.Reading<EfficiencyScreen> next() {
        var query = EfficiencyQuery.of(filter.window().get().at(tools.clock().instant()))
                .ofComponent(filter.component().get().orElse(null));
        return () -> presenter.present(queries.efficiency(query), query);
    }
}
