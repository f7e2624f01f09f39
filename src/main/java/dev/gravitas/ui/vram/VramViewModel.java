package dev.gravitas.ui.vram;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.ViewState;

import java.time.Clock;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Reads what the GPUs do now, and beside it what the store has of them; the one never waits for the other. FX thread only.
public final class VramViewModel {
    private final GpuBoard board;
    private final VramPresenter presenter;
    private final Filter filter;
    private final Clock clock;
    private final StoredVram store;
    private final LiveView<Stored> stored;
    private final LiveView<VramScreen> live;
    private final BooleanProperty asking = new SimpleBooleanProperty();

    public VramViewModel(GpuBoard board, TelemetryQueries queries, VramPresenter presenter, ModelColours colours,
            Filter filter, LiveView.Tools tools) {
        this.board = board;
        this.presenter = presenter;
        this.filter = filter;
        this.clock = tools.clock();
        this.store = new StoredVram(queries, colours);
        this.stored = new LiveView<>(this::nextStored, tools);
        this.live = new LiveView<>(this::next, tools);
        stored.state().subscribe((_, _) -> live.refreshAgain());
        stored.screen().subscribe((_, _) -> live.refreshAgain());
        filter.window().subscribe((_, _) -> stored.choiceChanged());
    }

    /// What is shown; cheap to read anew.
    public LiveView<VramScreen> live() {
        return live;
    }

    /// What the store has; [#live] shows it.
    public LiveView<?> stored() {
        return stored;
    }

    /// Whether the operator is asked for a yes to releasing the GPUs.
    ReadOnlyBooleanProperty asking() {
        return asking;
    }

    void askToRelease() {
        asking.set(true);
    }

    void keep() {
        asking.set(false);
    }

    void release() {
        asking.set(false);
        board.release();
        live.refreshAgain();
    }

    void resume() {
        board.resume();
        live.refreshAgain();
    }

    private LiveView.Reading<Stored> nextStored() {
        var choice = filter.window().get();
        return () -> store.read(choice, clock.instant());
    }

    private LiveView.Reading<VramScreen> next() {
        var choice = filter.window().get();
        var known = stored.screen().get().filter(record -> record.choice().equals(choice));
        var trouble = switch (stored.state().get()) {
            case ViewState.Failed(var words) -> Optional.of(words);
            case ViewState.Stale(var words) -> Optional.of(words);
            case ViewState.Loading _,ViewState.Empty _,ViewState.Ready _ -> Optional.<Notice>empty();
        };
        return () -> presenter.present(board, choice, known, trouble, clock.instant());
    }
}
