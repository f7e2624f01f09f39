package dev.gravitas.ui.compare;

import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.WindowTrends.Slice;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// One model over one window, as the store has it.
///
/// @param figures exact to the ends of the window, null without any request in it
/// @param loads likewise, null where the model was not loaded
/// @param slices of the whole slices that the window touches, of the same definition as the figures; none where it has other ones
record Side(String model, TimeWindow window, @Nullable ModelEfficiency figures, @Nullable LoadLatency loads,
        List<Slice> slices) {
    Side {
        slices = List.copyOf(slices);
    }

    /// Ranked requests.
    long requests() {
        return figures == null ? 0 : figures.requests();
    }

    /// Token-weighted ms/token, null without a usable request.
    @Nullable
    Double score() {
        return figures == null ? null : figures.efficiencyScore();
    }
}
