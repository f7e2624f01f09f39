package dev.gravitas.ui.shell;

import dev.gravitas.ui.fx.LiveView;
import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/// What one page shows.
///
/// @param stored asks the store; read with each beat
/// @param live asks nobody who may be slow; read each second, null for none
record PageViews(LiveView<?> stored, @Nullable LiveView<?> live) {
    PageViews(LiveView<?> stored) {
        this(stored, null);
    }

    Stream<LiveView<?>> all() {
        return live == null ? Stream.of(stored) : Stream.of(stored, live);
    }
}
