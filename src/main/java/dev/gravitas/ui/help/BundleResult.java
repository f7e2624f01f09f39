package dev.gravitas.ui.help;

import java.util.Optional;

/// What became of saving; stays until it is put away or something else is saved.
///
/// @param replace saves over the file that is there, empty where nothing is asked
record BundleResult(Kind kind, String text, Optional<Runnable> replace) {
    /// RUNNING has no result yet.
    enum Kind {
        RUNNING, OK, WARNING, DANGER
    }

    BundleResult(Kind kind, String text) {
        this(kind, text, Optional.empty());
    }
}
