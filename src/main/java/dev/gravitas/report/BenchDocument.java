package dev.gravitas.report;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// `gravitas bench --json`. What was not measured is null.
///
/// @param rows in the telemetry table
/// @param ingestEventsPerS all rows through the logger, until all are acknowledged and folded
/// @param copyEventsPerS COPY of a file that the server reads into the same tables, until all is folded; median
/// @param bareCopyEventsPerS such a COPY into a bare table with one index; median
/// @param bytesPerRow all of the console's tables with their indexes, after the server's own housekeeping, which comes
///   within minutes
/// @param bytesPerRowAtOnce the same before that
/// @param logCallMedianUs what a call of the logger costs its caller
/// @param rates of the same rows stored in turn in these ways
/// @param tables after that housekeeping
/// @param databaseBytes with what PostgreSQL itself needs
/// @param peakHeapBytes of the measuring program during the ingest, uncollected rubbish included
public record BenchDocument(Instant measuredAt, long rows, List<Operation> results, @Nullable Double ingestEventsPerS,
        @Nullable Double copyEventsPerS, @Nullable Double bareCopyEventsPerS, @Nullable Double ingestToCopy,
        @Nullable Double ingestToBareCopy, @Nullable Double bytesPerRow, @Nullable Double bytesPerRowAtOnce,
        @Nullable Double logCallMedianUs, List<Rate> rates, List<Table> tables, long databaseBytes, long peakHeapBytes,
        Machine machine) implements Document {

    public BenchDocument {
        results = List.copyOf(results);
        rates = List.copyOf(rates);
        tables = List.copyOf(tables);
    }

    /// One operation, and plain SQL on the same rows.
    ///
    /// @param p99MsUnderIngest while events come flat out
    /// @param runs of ours
    public record Operation(String operation, long rows, @Nullable Double medianMs, @Nullable Double p99Ms,
            @Nullable Double naiveMedianMs, @Nullable Double p99MsUnderIngest, int runs, @Nullable Double minMs,
            @Nullable Double maxMs, int naiveRuns) {
        /// The same, with what it takes while events come flat out.
        public Operation underIngest(@Nullable Double p99) {
            return new Operation(operation, rows, medianMs, p99Ms, naiveMedianMs, p99, runs, minMs, maxMs, naiveRuns);
        }
    }

    /// Events per second over some runs.
    ///
    /// @param name logger, copy or bare_copy
    public record Rate(String name, int runs, double min, double median, double max) {}

    /// One of the console's tables.
    ///
    /// @param rows null where nobody knows
    public record Table(String name, @Nullable Long rows, long sizeBytes, long indexBytes) {}

    /// What it was measured on.
    ///
    /// @param heapLimitBytes of the measuring program
    public record Machine(int cores, long memoryBytes, long heapLimitBytes, String os, String java,
            String postgresql) {}
}
