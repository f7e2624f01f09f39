package dev.gravitas.archive;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.gravitas.archive.ImportProgress.Phase;
import dev.gravitas.archive.ImportProgress.Step;
import dev.gravitas.archive.ImportReport.BadRow;
import dev.gravitas.archive.ImportReport.Outcome;
import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.StoreException;
import dev.gravitas.telemetry.RefusedException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The second reading of a file: stores, batch by batch, the rows that are not stored yet. For one use by one thread.
final class ImportRun {
    private final ImportLedger ledger;
    private final Path file;
    private final FileState state;
    private final long rowsInFile;
    private final long rowsStoredBefore;
    private final RowTimes times;

    private final List<TelemetryEvent> batch = new ArrayList<>(RequestCsvImport.BATCH);
    private final List<BadRow> rejected = new ArrayList<>();
    private ImportLedger.Entry entry;
    private long rows;

    /// @param rowsInFile as counted by the first reading
    /// @param entry where an earlier run has come to
    ImportRun(ImportLedger ledger, Path file, FileState state, long rowsInFile, ImportLedger.Entry entry) {
        this.ledger = ledger;
        this.file = file;
        this.state = state;
        this.rowsInFile = rowsInFile;
        this.rowsStoredBefore = entry.rowsStored();
        this.times = new RowTimes(entry.startedAt(), entry.spreadDays(), rowsInFile);
        this.entry = entry;
    }

    ImportReport store(ImportProgress progress, BooleanSupplier cancelled) throws ImportException, StoreException {
        try (var pass = new CsvPass(file)) {
            for (var row = pass.next(); row != null; row = pass.next()) {
                take(pass.columns(), row);
                if (rows - entry.rowsRead() == RequestCsvImport.BATCH) {
                    if (cancelled.getAsBoolean()) {
                        return report(Outcome.CANCELLED, pass.columns());
                    }
                    commit(false);
                    progress.reached(new Step(Phase.STORING, pass.bytesDone(), state.size(), rows, rowsInFile));
                }
            }
            return finish(pass, progress, cancelled);
        }
    }

    private ImportReport finish(CsvPass pass, ImportProgress progress, BooleanSupplier cancelled)
            throws ImportException, StoreException {
        if (!pass.contentSha256().equals(entry.contentSha256())) {
            throw FileState.changed(file);
        }
        if (cancelled.getAsBoolean()) {
            return report(Outcome.CANCELLED, pass.columns());
        }
        commit(true);
        progress.reached(new Step(Phase.STORING, state.size(), state.size(), rows, rowsInFile));
        return report(Outcome.IMPORTED, pass.columns());
    }

    /// Rows of earlier runs are read again for the report and not stored again.
    private void take(RequestColumns columns, CsvRecord row) throws ImportException {
        if (rows == rowsInFile) {
            throw FileState.changed(file);
        }
        try {
            var event = new RequestRow(columns, row).sample().at(times.at(rows));
            if (rows >= entry.rowsRead()) {
                batch.add(event);
            }
        } catch (BadRowException e) {
            reject(e.row());
        } catch (RefusedException e) {
            reject(new BadRow(row.getStartingLineNumber(), null, null, e.reason().text()));
        }
        rows++;
    }

    private void reject(BadRow row) {
        if (rejected.size() < ImportReport.MAX_REJECTED) {
            rejected.add(row);
        }
    }

    private void commit(boolean last) throws ImportException, StoreException {
        state.requireSame(file);
        entry = ledger.advance(entry, List.copyOf(batch), rows, entry.rowsStored() + batch.size(), last);
        batch.clear();
    }

    private ImportReport report(Outcome outcome, RequestColumns columns) {
        long rejectedRows = entry.rowsRead() - entry.rowsStored();
        return new ImportReport(outcome, rowsInFile, entry.rowsRead(), entry.rowsStored(), rowsStoredBefore,
                rejectedRows, rejected.stream().limit(rejectedRows).toList(), columns.ignored(), entry.startedAt(),
                entry.spreadDays());
    }
}
