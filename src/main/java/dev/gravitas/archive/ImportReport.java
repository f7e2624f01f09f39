package dev.gravitas.archive;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What an import did. `rowsRead` = `rowsStored` + `rowsRejected`.
///
/// @param rowsInFile data rows, good and bad; for a cancelled check those counted so far
/// @param rowsRead of them, by this run and earlier ones
/// @param rowsStored of them in the database, by this run and earlier ones
/// @param rowsStoredBefore of them by earlier runs: a run that adds nothing has both alike
/// @param rowsRejected bad rows; the first [#MAX_REJECTED] are in `rejected` (none of a file that was imported before)
/// @param ignoredColumns names in the header that mean nothing to the import
/// @param startedAt when the import of this content first began, null when it was cancelled before
/// @param spreadDays over how many days before `startedAt` the rows lie: the choice of the first start
public record ImportReport(Outcome outcome, long rowsInFile, long rowsRead, long rowsStored, long rowsStoredBefore,
        long rowsRejected, List<BadRow> rejected, List<String> ignoredColumns, @Nullable Instant startedAt,
        int spreadDays) {
    /// How many bad rows are kept with their reason.
    public static final int MAX_REJECTED = 100;

    public ImportReport {
        rejected = List.copyOf(rejected);
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    /// How an import ended.
    ///
    /// - `IMPORTED`: every row was read, the good ones are stored
    /// - `ALREADY_IMPORTED`: the same content was imported completely before; nothing was added
    /// - `CANCELLED`: stopped between two batches; importing the file again goes on there
    public enum Outcome {
        IMPORTED, ALREADY_IMPORTED, CANCELLED
    }

    /// Rows that this run stored.
    public long rowsAdded() {
        return rowsStored - rowsStoredBefore;
    }

    /// A row that was not stored.
    ///
    /// @param line of the file, the first being 1
    /// @param field column name, null when the row as a whole is wrong
    /// @param value what stood there, shortened and made printable; null when nothing did
    /// @param reason in plain words
    public record BadRow(long line, @Nullable String field, @Nullable String value, String reason) {}
}
