-- The telemetry table with all partitions, indexes and TOAST summed. Its rows are counted by the rollups.
SELECT (SELECT coalesce(sum(rows), 0) FROM telemetry_rollup_day)
        + (SELECT coalesce(sum(rows), 0) FROM telemetry_delta) AS rows,
    least((SELECT min(first_seen) FROM telemetry_rollup_day), (SELECT min(first_seen) FROM telemetry_delta)) AS oldest,
    greatest((SELECT max(last_seen) FROM telemetry_rollup_day), (SELECT max(last_seen) FROM telemetry_delta)) AS newest,
    sum(pg_total_relation_size(relid))::bigint AS size_bytes, sum(pg_indexes_size(relid))::bigint AS index_bytes,
    pg_database_size(current_database()) AS database_bytes
FROM pg_partition_tree('system_telemetry')
