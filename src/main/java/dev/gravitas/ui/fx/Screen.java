package dev.gravitas.ui.fx;

import java.util.Optional;

/// Everything that one view shows at one moment, formatted and immutable.
public interface Screen {
    /// What to say when there is nothing to show.
    Optional<Notice> empty();
}
