package dev.gravitas.app;

import dev.gravitas.archive.ImportException;
import dev.gravitas.archive.ImportReport;
import dev.gravitas.archive.RequestCsvImport;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.StoreException;
import dev.gravitas.ui.imports.ImportPort;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The window's way to the CSV import.
final class WindowImport implements ImportPort {
    private final RequestCsvImport job;

    WindowImport(ImportLedger ledger, Clock clock) {
        this.job = new RequestCsvImport(ledger, clock);
    }

    @Override
    public Outcome importFile(Path file, int spreadDays, Consumer<Progress> progress, BooleanSupplier cancelled) {
        try {
            var report = job.run(file, spreadDays, step -> progress.accept(
                    new Progress(step.bytesDone(), step.bytesTotal(), step.rowsDone())), cancelled);
            return outcome(report);
        } catch (ImportException | StoreException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static Outcome outcome(ImportReport report) {
        if (report.outcome() == ImportReport.Outcome.CANCELLED) {
            return new Outcome.Cancelled(report.rowsStored());
        }
        return new Outcome.Finished(report.rowsAdded(), report.rowsStoredBefore(), report.rowsRejected(),
                report.rejected()
                        .stream()
                        .map(row -> new BadRow(row.line(), row.field() == null ? "" : row.field(),
                                row.reason()))
                        .toList());
    }
}
