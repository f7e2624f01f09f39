package dev.gravitas.ui.efficiency;

import dev.gravitas.ui.chart.Bar;
import dev.gravitas.ui.fx.KeyFigure;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.List;
import java.util.Optional;

/// All that the efficiency view shows at one moment.
///
/// @param meaning what the figures measure, in one line
/// @param leftOut what the ranking does not use; empty text for nothing
/// @param summary the bar chart in words
/// @param explained how all of it was measured
public record EfficiencyScreen(List<EfficiencyRow> rows, List<Bar> bars, KeyFigure best, KeyFigure overall,
        KeyFigure requests, KeyFigure notRanked, String meaning, String leftOut, String summary, Optional<Notice> empty,
        RankingExplained explained)
        implements
            Screen {

    public EfficiencyScreen {
        rows = List.copyOf(rows);
        bars = List.copyOf(bars);
    }
}
