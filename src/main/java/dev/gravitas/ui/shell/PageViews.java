package dev.gravitas.ui.shell;

import dev.gravitas.ui.fx.LiveView;
import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/// What one page shows.
///
/// @param stored asks the store; read with each beat, null for none
/// @param live asks nobody who may be slow; read each second, null for none
record PageViews(@Nullable LiveView<?> stored, @Nullable LiveView<?> live) {
    static final PageViews NONE = new PageViews(null, null);

    PageViews(LiveView<?> stored) {
        this(stored, null);
    }

    Stream<LiveView<?>> all() {
        return Stream.of(stored, live).mapMulti((view, next) -> {
            if (view != null) {
                next.accept(view);
            }
        });
    }
}
