package dev.gravitas.ui.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What the window needs to bring a file in.
public interface ImportPort {
    /// Imports a file of requests. Blocks until it is done; called on a background thread.
    ///
    /// @param spreadDays over how many days up to now to lay the rows, at least one
    /// @param progress may be called as often as it suits, from any thread
    /// @param cancelled asked between batches; what is stored by then stays stored
    Outcome importFile(Path file, int spreadDays, Consumer<Progress> progress, BooleanSupplier cancelled);

    /// How far an import is.
    record Progress(long bytesRead, long bytesTotal, long rowsRead) {}

    /// How an import ended.
    sealed interface Outcome {
        /// The whole file was read.
        ///
        /// @param rowsStored now
        /// @param rowsKnown that were stored by an earlier import of the same content
        /// @param rowsBad how many rows were refused
        /// @param badRows the first of them
        record Finished(long rowsStored, long rowsKnown, long rowsBad, List<BadRow> badRows) implements Outcome {
            public Finished {
                badRows = List.copyOf(badRows);
            }
        }

        /// Stopped by the operator; the rows stored so far stay.
        record Cancelled(long rowsStored) implements Outcome {}

        /// It could not go on.
        ///
        /// @param message one clear sentence: what failed, what still works, what to do
        record Failed(String message) implements Outcome {}
    }

    /// A row that was refused.
    record BadRow(long line, String field, String reason) {}
}
