package dev.gravitas.report;

import dev.gravitas.model.Footprint;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `/telemetry/footprint` and `gravitas footprint --json`.
///
/// @param tableSizes `system_telemetry` first, then the others, largest first
/// @param rowCounts by table, in the order of the sizes; null where PostgreSQL has not looked yet
/// @param estimatedRowCounts names of those tables whose counts are PostgreSQL's estimates; the others are exact
/// @param oldestRecord of `system_telemetry`
/// @param newestRecord of `system_telemetry`
public record FootprintDocument(Instant generatedAt, List<TableSize> tableSizes, Map<String, @Nullable Long> rowCounts,
        List<String> estimatedRowCounts, @Nullable Instant oldestRecord, @Nullable Instant newestRecord,
        long databaseSizeBytes) implements Document {

    public static FootprintDocument of(Footprint footprint) {
        var rows = new LinkedHashMap<String, @Nullable Long>();
        footprint.tables().forEach(table -> rows.put(table.name(), table.rows()));
        return new FootprintDocument(footprint.measuredAt(), footprint.tables().stream().map(TableSize::of).toList(),
                Collections.unmodifiableMap(rows),
                footprint.tables().stream().filter(table -> !table.rowsExact()).map(Footprint.Table::name).toList(),
                footprint.oldestRecord(), footprint.newestRecord(),
                footprint.databaseBytes());
    }

    /// A table with its partitions, indexes and TOAST.
    public record TableSize(String tableName, long sizeBytes) {
        static TableSize of(Footprint.Table table) {
            return new TableSize(table.name(), table.sizeBytes());
        }
    }
}
