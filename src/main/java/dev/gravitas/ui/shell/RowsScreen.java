package dev.gravitas.ui.shell;

import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.Optional;

/// How many events are stored.
///
/// @param explained how that was counted
record RowsScreen(String events, Explanation explained) implements Screen {
    @Override
    public Optional<Notice> empty() {
        return Optional.empty();
    }
}
