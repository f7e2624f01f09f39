package dev.gravitas.ui.chart.time;

import javafx.scene.Parent;

/// A chart whose redraws are counted. FX thread only.
interface Contestant {
    String name();

    Parent node();

    /// Shows another span of the same data.
    ///
    /// @param fromMs its begin
    void show(long fromMs, long toMs);

    /// Whether what was asked for last is what the next frame draws.
    boolean ready();
}
