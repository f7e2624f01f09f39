package dev.gravitas.ui.overview;

import java.util.List;

/// Whether all is well, in words.
///
/// @param title the verdict where nothing is wrong, empty where something is
/// @param more what was checked, and what could not be
/// @param concerns the worst first
record Health(Level level, String title, String more, List<Concern> concerns) {
    Health {
        concerns = List.copyOf(concerns);
    }
}
