package dev.gravitas.ui.trends;

import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.List;
import java.util.Optional;

/// All that the trends view shows at one moment.
///
/// @param meaning what the figures measure, in one line
/// @param listNote how many of the models are drawn
/// @param rule by which models are drawn that nobody chose, empty where all are or somebody chose
/// @param leftOut the models that are not drawn, empty for none
/// @param unmarked that loads have no marks because they are too many, empty for marks
/// @param loadsMeaning what the chart of load latency draws
/// @param loads load latency; without lines when no model was loaded
/// @param explained how all of it was measured
public record TrendsScreen(List<TrendLine> lines, TimePicture efficiency, String meaning, String listNote,
        String rule, String leftOut, String unmarked, String loadsMeaning,
        List<LoadRow> loadRows, TimePicture loads, TrendsExplained explained,
        Optional<Notice> empty) implements Screen {
    public TrendsScreen {
        lines = List.copyOf(lines);
        loadRows = List.copyOf(loadRows);
    }
}
