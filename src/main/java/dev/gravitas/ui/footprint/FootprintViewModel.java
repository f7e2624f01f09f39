package dev.gravitas.ui.footprint;

import dev.gravitas.maintenance.Duty;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.fx.LiveView;

import javafx.beans.property.ReadOnlyObjectProperty;

/// Reads the footprint. FX thread only.
public final class FootprintViewModel {
    private final LiveView<FootprintScreen> live;

    private final Duties duties;

    public FootprintViewModel(TelemetryQueries queries, FootprintPresenter presenter, Duties duties,
            LiveView.Tools tools) {
        this.live = new LiveView<>(() -> () -> presenter.present(queries.footprint(), queries.upkeep()), tools);
        this.duties = duties;
    }

    public LiveView<FootprintScreen> live() {
        return live;
    }

    ReadOnlyObjectProperty<DutyTrial> trial(Duty duty) {
        return duties.trial(duty);
    }

    /// Does a duty now, and reads what it found.
    void perform(Duty duty) {
        duties.perform(duty, live::refreshAgain);
    }
}
