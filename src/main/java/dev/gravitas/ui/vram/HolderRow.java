package dev.gravitas.ui.vram;

import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.fx.Formats;
import org.jspecify.annotations.Nullable;

/// A process that holds memory, as it is written on screen.
///
/// @param share of the GPU's memory
record HolderRow(GpuName gpu, Program program, Held model, String pid, String vram, String share) {

    /// @param model null where its command line names none
    record Held(@Nullable ModelName model) {
        @Override
        public String toString() {
            return model == null ? Formats.MISSING : model.shown();
        }
    }

    /// @param doubt what is odd about it, empty for nothing
    record Program(String name, String doubt) {
        @Override
        public String toString() {
            return name;
        }
    }
}
