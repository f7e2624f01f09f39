package dev.gravitas.archive;

import dev.gravitas.archive.ImportProgress.Phase;
import dev.gravitas.archive.ImportProgress.Step;
import dev.gravitas.archive.ImportReport.Outcome;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Imports a CSV of requests, header `request,component,prompt_tokens,tokens_generated,ttft_s,inference_time_s,error`.
///
/// A file is recognised by its content: the same rows are never stored twice, and an import that was interrupted goes on
/// after its last committed batch. Reads the file twice, at bounded memory whatever its size. Thread-safe; blocks.
public final class RequestCsvImport {
    /// Rows further back would fall out of what the console keeps.
    public static final int MAX_SPREAD_DAYS = 60;
    /// Rows per commit.
    static final int BATCH = 1_000;

    private final ImportLedger ledger;
    private final Clock clock;

    public RequestCsvImport(ImportLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Imports one file, or the rest of it.
    ///
    /// @param spreadDays lays the rows evenly over that many days before now, 0 to [#MAX_SPREAD_DAYS]; a file begun
    ///   earlier keeps its first choice
    /// @param progress hears of every thousand rows
    /// @param cancelled asked between batches; true stops there
    /// @throws ImportException when the file cannot be read or is none of this kind
    /// @throws StoreException when the database fails; what is committed stays, and another run goes on from there
    public ImportReport run(Path file, int spreadDays, ImportProgress progress, BooleanSupplier cancelled)
            throws ImportException, StoreException {
        if (spreadDays < 0 || spreadDays > MAX_SPREAD_DAYS) {
            throw new ImportException("Rows can be spread over 0 to " + MAX_SPREAD_DAYS + " days, not " + spreadDays
                    + "; nothing of " + file + " was imported.");
        }
        // The database keeps microseconds; a finer reading could be rounded up into the future.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var state = FileState.of(file);
        try (var pass = new CsvPass(file)) {
            var check = check(pass, state, progress, cancelled);
            if (check.sha256() == null) {
                return new ImportReport(Outcome.CANCELLED, check.rows(), 0, 0, 0, 0, List.of(),
                        pass.columns().ignored(), null, spreadDays);
            }
            var entry = ledger.begin(check.sha256(), now, spreadDays);
            return entry.finished()
                    ? before(entry, pass.columns())
                    : new ImportRun(ledger, file, state, check.rows(), entry).store(progress, cancelled);
        }
    }

    private static Check check(CsvPass pass, FileState state, ImportProgress progress, BooleanSupplier cancelled)
            throws ImportException {
        long rows = 0;
        while (pass.next() != null) {
            rows++;
            if (rows % BATCH == 0) {
                if (cancelled.getAsBoolean()) {
                    return new Check(rows, null);
                }
                progress.reached(new Step(Phase.CHECKING, pass.bytesDone(), state.size(), rows, null));
            }
        }
        return new Check(rows, pass.contentSha256());
    }

    private static ImportReport before(ImportLedger.Entry entry, RequestColumns columns) {
        return new ImportReport(Outcome.ALREADY_IMPORTED, entry.rowsRead(), entry.rowsRead(), entry.rowsStored(),
                entry.rowsStored(), entry.rowsRead() - entry.rowsStored(), List.of(), columns.ignored(),
                entry.startedAt(), entry.spreadDays());
    }

    /// @param sha256 of the content, null when cancelled
    private record Check(long rows, @Nullable String sha256) {}
}
