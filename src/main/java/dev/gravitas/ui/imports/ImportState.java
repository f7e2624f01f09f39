package dev.gravitas.ui.imports;

import java.nio.file.Path;
import java.util.List;

/// Where the import panel stands.
public sealed interface ImportState {
    /// Nothing to import.
    record Idle() implements ImportState {}

    /// The operator is asked how to lay the rows.
    record Asking(Path file) implements ImportState {}

    /// @param fraction of the file that is read, 0 to 1; negative while unknown
    record Running(Path file, double fraction, String text) implements ImportState {}

    /// Over, and it stays until it is dismissed.
    ///
    /// @param badRows one line of text each
    record Done(Kind kind, String title, String text, List<String> badRows) implements ImportState {
        public Done {
            badRows = List.copyOf(badRows);
        }
    }

    /// How it ended.
    enum Kind {
        OK, WARNING, DANGER
    }
}
