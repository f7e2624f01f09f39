package dev.gravitas.ui.vram;

import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.Optional;

/// What the store has of GPUs.
///
/// @param choice the window that was chosen when it was asked
/// @param chart of that window
/// @param lockouts of that window or the last seven days, whichever is longer
record Stored(WindowChoice choice, VramRecord chart, VramRecord lockouts) implements Screen {
    /// Never: what is read now may be there without it.
    @Override
    public Optional<Notice> empty() {
        return Optional.empty();
    }
}
