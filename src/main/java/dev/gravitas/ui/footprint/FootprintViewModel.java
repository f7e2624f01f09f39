package dev.gravitas.ui.footprint;

import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.fx.LiveView;

/// Reads the footprint. FX thread only.
public final class FootprintViewModel {
    private final LiveView<FootprintScreen> live;

    public FootprintViewModel(TelemetryQueries queries, FootprintPresenter presenter, LiveView.Tools tools) {
        this.live = new LiveView<>(() -> () -> presenter.present(queries.footprint()), tools);
    }

    public LiveView<FootprintScreen> live() {
        return live;
    }
}
