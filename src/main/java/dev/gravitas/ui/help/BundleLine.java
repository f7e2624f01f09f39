package dev.gravitas.ui.help;

import dev.gravitas.diagnostics.BundleEntry;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// An entry, and whether it goes into the file.
///
/// @param size of its text, as it is shown
record BundleLine(BundleEntry entry, String size, BooleanProperty chosen) {
    BundleLine(BundleEntry entry, String size) {
        this(entry, size, new SimpleBooleanProperty(true));
    }
}
