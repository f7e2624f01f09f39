package dev.gravitas.ui.overview;

import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;
import dev.gravitas.ui.vram.GpuCardScreen;
import dev.gravitas.ui.vram.VramExplained;

import java.util.List;
import java.util.Optional;

/// All that the overview shows at one moment.
///
/// @param gpus one for each GPU that is known
/// @param gpuNote why there is none, or why they are not read now; empty for neither
/// @param chart the sixty days, empty where they are not known or have no line
/// @param chartNote how many of the models are drawn, or why there is no chart
/// @param begin whether nothing is measured, so that the first steps are told
/// @param models all that were seen in the figures
/// @param explained how all of it was measured
record OverviewScreen(Health health, KeyFigures.Cards keys, DayRanking ranking, List<GpuCardScreen> gpus,
        String gpuNote, Optional<TimePicture> chart, String chartNote, boolean begin, List<HealthFact> facts,
        List<String> models, Explained explained) implements Screen {

    /// How all of it was measured.
    ///
    /// @param written what the store had, empty while that is on its way
    record Explained(Optional<Written> written, VramExplained gpus, FactsExplained facts) {}

    OverviewScreen {
        gpus = List.copyOf(gpus);
        facts = List.copyOf(facts);
        models = List.copyOf(models);
    }

    /// Never: whether all is well can always be said.
    @Override
    public Optional<Notice> empty() {
        return Optional.empty();
    }
}
