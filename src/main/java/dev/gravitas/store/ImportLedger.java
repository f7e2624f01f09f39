package dev.gravitas.store;

import dev.gravitas.model.TelemetryEvent;

import java.time.Instant;
import java.util.List;

/// Remembers which files were imported, by content, so that no row is stored twice even after an interruption.
/// Thread-safe; every call blocks.
public interface ImportLedger {
    /// Opens the import of a file, or finds the one begun earlier.
    ///
    /// @param contentSha256 64 hexadecimal digits, identifies the file whatever its name
    /// @param startedAt one clock reading; kept from the first start, so that a resumed import lays its rows alike
    /// @param spreadDays days over which rows are laid; kept from the first start
    Entry begin(String contentSha256, Instant startedAt, int spreadDays) throws StoreException;

    /// Commits rows and progress together.
    ///
    /// @param entry the state that these rows continue
    /// @param rowsRead rows of the file consumed so far, good and bad
    /// @param rowsStored rows of the file stored so far
    /// @param finished true with the last batch
    /// @return the new state
    /// @throws StoreException CONFLICT when another process has moved this import on
    Entry advance(Entry entry, List<TelemetryEvent> events, long rowsRead, long rowsStored, boolean finished)
            throws StoreException;

    /// State of one import.
    record Entry(String contentSha256, Instant startedAt, int spreadDays, long rowsRead, long rowsStored,
            boolean finished) {}
}
