-- The telemetry table with all partitions, indexes and TOAST summed. Its rows are counted by the rollups.
SELECT counted.rows,
    -- Null where no row has a finite time.
    nullif(counted.oldest, 'infinity') AS oldest, nullif(counted.newest, '-infinity') AS newest,
    size.tables + size.indexes AS size_bytes,
    size.indexes AS index_bytes, pg_database_size(current_database()) AS database_bytes
FROM (
    SELECT coalesce(sum(rows), 0)::bigint AS rows, min(first_seen) AS oldest, max(last_seen) AS newest
    FROM (
        SELECT rows, first_seen, last_seen FROM telemetry_rollup_day
        UNION ALL SELECT rows, first_seen, last_seen FROM telemetry_delta
    ) AS summed
) AS counted, (
    -- All rows lie in the partitions. The table itself has no file.
    SELECT sum(pg_table_size(inhrelid))::bigint AS tables, sum(pg_indexes_size(inhrelid))::bigint AS indexes
    FROM pg_inherits WHERE inhparent = 'system_telemetry'::regclass
) AS size
