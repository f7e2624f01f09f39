package dev.gravitas.ui.overview;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.ViewState;

import java.time.Clock;
import java.util.Optional;

/// Reads what is known now, and beside it what the store has; the one never waits for the other. FX thread only.
public final class OverviewViewModel {
    private final Sources sources;
    private final OverviewPresenter presenter;
    private final Clock clock;
    private final LiveView<Written> stored;
    private final LiveView<OverviewScreen> live;

    /// Where the overview looks.
    ///
    /// @param queries may block
    /// @param status never waits
    public record Sources(TelemetryQueries queries, GpuBoard board, StatusWatch status) {}

    /// @param filter is told which models there are
    public OverviewViewModel(Sources sources, OverviewPresenter presenter, Filter filter, LiveView.Tools tools) {
        this.sources = sources;
        this.presenter = presenter;
        this.clock = tools.clock();
        this.stored = new LiveView<>(() -> this::read, tools);
        this.live = new LiveView<>(this::next, tools);
        stored.state().subscribe((_, _) -> live.refreshAgain());
        stored.screen().subscribe((_, _) -> live.refreshAgain());
        live.screen().subscribe(screen -> screen.ifPresent(now -> filter.seen(now.models())));
    }

    /// What is shown; cheap to read anew.
    public LiveView<?> live() {
        return live;
    }

    /// What the store has; [#live] shows it.
    public LiveView<?> stored() {
        return stored;
    }

    LiveView<OverviewScreen> screens() {
        return live;
    }

    private Written read() throws StoreException {
        var queries = sources.queries();
        try {
            var day = EfficiencyQuery.of(WindowChoice.Rolling.DAY.at(clock.instant()));
            return presenter.write(new Stored(queries.efficiency(day), queries.sixtyDays(), queries.footprint(),
                    queries.storedRows(), queries.upkeep()), day);
        } catch (StoreException e) {
            presenter.rankNothing();
            throw e;
        }
    }

    private LiveView.Reading<OverviewScreen> next() {
        var known = stored.screen().get();
        var trouble = switch (stored.state().get()) {
            case ViewState.Failed(var words) -> Optional.of(words);
            case ViewState.Stale(var words) -> Optional.of(words);
            case ViewState.Loading _,ViewState.Empty _,ViewState.Ready _ -> Optional.<Notice>empty();
        };
        return () -> presenter.present(sources.status().look(), sources.board(), known, trouble, clock.instant());
    }
}
