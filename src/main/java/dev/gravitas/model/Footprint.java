package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What the telemetry costs on disk (specification section 8).
///
/// @param tables the first is `system_telemetry` with all partitions, indexes and TOAST summed; the others follow,
///   largest first
/// @param databaseBytes the whole database as PostgreSQL tells it
/// @param oldestRecord of system_telemetry, null when it is empty
/// @param newestRecord of system_telemetry, null when it is empty
public record Footprint(List<Table> tables, long databaseBytes, @Nullable Instant oldestRecord,
        @Nullable Instant newestRecord, Instant measuredAt) {

    public Footprint {
        tables = List.copyOf(tables);
    }

    /// The telemetry table, partitions summed.
    public Table telemetry() {
        return tables.getFirst();
    }

    /// How many rows the telemetry table holds, counted exactly.
    public long telemetryRows() {
        return Objects.requireNonNull(telemetry().rows());
    }

    /// One table.
    ///
    /// @param rows null where nobody knows
    /// @param rowsExact whether `rows` is exact, or what PostgreSQL last estimated
    /// @param sizeBytes by `pg_total_relation_size`
    /// @param indexBytes the part of `sizeBytes` that is indexes
    public record Table(String name, @Nullable Long rows, boolean rowsExact, long sizeBytes, long indexBytes) {

        /// A table whose rows are counted.
        public static Table counted(String name, long rows, long sizeBytes, long indexBytes) {
            return new Table(name, rows, true, sizeBytes, indexBytes);
        }

        /// A table whose rows are estimated, null for not even that.
        public static Table estimated(String name, @Nullable Long rows, long sizeBytes, long indexBytes) {
            return new Table(name, rows, false, sizeBytes, indexBytes);
        }

        /// The table as it was found without its indexes, and they.
        public Table withIndexes(long bytes) {
            return new Table(name, rows, rowsExact, sizeBytes + bytes, bytes);
        }
    }
}
