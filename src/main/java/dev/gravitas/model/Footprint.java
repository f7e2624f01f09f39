package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

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

    /// One table: rows counted exactly, bytes by `pg_total_relation_size` (indexBytes is the part of sizeBytes that is
    /// indexes).
    public record Table(String name, long rows, long sizeBytes, long indexBytes) {}
}
