package dev.gravitas.ui.shell;

import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.Optional;

/// How many events are stored.
record RowsScreen(String events) implements Screen {
    @Override
    public Optional<Notice> empty() {
        return Optional.empty();
    }
}
