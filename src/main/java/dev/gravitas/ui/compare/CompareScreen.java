package dev.gravitas.ui.compare;

import dev.gravitas.ui.chart.ModelColours.Look;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// All that a comparison shows at one moment.
///
/// @param models to choose from, the best first
/// @param first the side that the other is held against; null where nothing can be shown
/// @param verdict the comparison in one sentence, with n
/// @param about what the figures are, and of which times
/// @param picture null where nothing can be shown
/// @param explained how all of it was measured; null likewise
public record CompareScreen(List<String> models, @Nullable Named first, @Nullable Named second, String verdict,
        String about, List<CompareRow> rows, @Nullable TimePicture picture, @Nullable CompareExplained explained,
        Optional<Notice> empty) implements Screen {
    public CompareScreen {
        models = List.copyOf(models);
        rows = List.copyOf(rows);
    }

    /// A side as it is called.
    ///
    /// @param model as it is stored, empty for none
    public record Named(String model, String name, Look look) {}
}
