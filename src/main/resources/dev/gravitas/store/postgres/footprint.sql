-- The telemetry table first, with all partitions and TOAST summed, but without indexes: those are asked for beside it, in
-- footprint_sizes. Its rows are counted by the rollups. Then the console's other tables with their indexes, largest first.
-- Their rows are as PostgreSQL last knew them, null before it first looked.
SELECT true AS counted, 'system_telemetry' AS name, counted.rows, size.bytes AS size_bytes, 0 AS index_bytes,
    -- Null where no row has a finite time.
    nullif(counted.oldest, 'infinity') AS oldest, nullif(counted.newest, '-infinity') AS newest
FROM (
    SELECT coalesce(sum(rows), 0)::bigint AS rows, min(first_seen) AS oldest, max(last_seen) AS newest
    FROM (
        SELECT rows, first_seen, last_seen FROM telemetry_rollup_day
        UNION ALL SELECT rows, first_seen, last_seen FROM telemetry_delta
    ) AS summed
) AS counted, (
    -- All rows lie in the partitions. The table itself has no file.
    SELECT sum(pg_table_size(inhrelid))::bigint AS bytes
    FROM pg_inherits WHERE inhparent = 'system_telemetry'::regclass
) AS size
UNION ALL
SELECT false, relname, nullif(greatest(reltuples, pg_stat_get_live_tuples(oid)), -1)::bigint,
    pg_total_relation_size(oid), pg_indexes_size(oid), NULL, NULL
FROM pg_class
WHERE oid IN ('telemetry_batch'::regclass, 'telemetry_import'::regclass, 'telemetry_rollup'::regclass,
    'telemetry_rollup_day'::regclass, 'telemetry_delta'::regclass, 'telemetry_series'::regclass,
    'telemetry_split'::regclass, 'telemetry_minute'::regclass, 'telemetry_upkeep'::regclass, 'telemetry_schema_history'::regclass)
ORDER BY counted DESC, size_bytes DESC, name
