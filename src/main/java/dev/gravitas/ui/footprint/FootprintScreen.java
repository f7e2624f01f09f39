package dev.gravitas.ui.footprint;

import dev.gravitas.ui.chart.Bar;
import dev.gravitas.ui.fx.KeyFigure;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.List;
import java.util.Optional;

/// All that the footprint view shows at one moment.
///
/// @param summary the bar chart in words
/// @param duties in [dev.gravitas.maintenance.Duty]'s order
/// @param explained how all of it was measured
public record FootprintScreen(Meter size, Meter rows, KeyFigure database, String oldest, String newest,
        String measured, List<TableRow> tables, List<Bar> bars, String summary,
        List<DutyRow> duties, FootprintExplained explained) implements Screen {
    public FootprintScreen {
        tables = List.copyOf(tables);
        bars = List.copyOf(bars);
        duties = List.copyOf(duties);
    }

    /// Never: an empty table has a size too.
    @Override
    public Optional<Notice> empty() {
        return Optional.empty();
    }
}
