package dev.gravitas.bench;

import dev.gravitas.model.Footprint;
import dev.gravitas.report.BenchDocument;
import dev.gravitas.report.BenchDocument.Machine;
import dev.gravitas.report.BenchDocument.Operation;
import dev.gravitas.report.BenchDocument.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Puts together what was measured.
///
/// @param before right after the rows came in
/// @param footprint after the server's own housekeeping
record BenchReport(BenchPlan plan, Instant begin, Machine machine, Footprint before, Footprint footprint) {

    BenchDocument document(List<Operation> operations, double ingest, Rates.Compared rates, Latencies calls,
            long peakHeap) {
        @Nullable
        Double callMs = calls.medianMs();
        return new BenchDocument(begin, plan.rows(), operations, ingest, rates.copy().median(),
                rates.bareCopy().median(), ingest / rates.copy().median(), ingest / rates.bareCopy().median(),
                bytes(footprint) / (double) plan.rows(), bytes(before) / (double) plan.rows(),
                callMs == null ? null : callMs * 1e3,
                List.of(rates.logger(), rates.copy(), rates.bareCopy()), tables(), footprint.databaseBytes(), peakHeap,
                machine);
    }

    private static long bytes(Footprint footprint) {
        return footprint.tables().stream().mapToLong(Footprint.Table::sizeBytes).sum();
    }

    private List<Table> tables() {
        return footprint.tables()
                .stream()
                .map(table -> new Table(table.name(), table.rows(), table.sizeBytes(), table.indexBytes()))
                .toList();
    }
}
