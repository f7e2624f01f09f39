-- The telemetry table with all partitions, indexes and TOAST summed.
SELECT rows.n AS rows,
    size.total AS size_bytes,
    size.indexes AS index_bytes,
    rows.oldest,
    rows.newest,
    pg_database_size(current_database()) AS database_bytes
FROM (SELECT count(*) AS n, min("timestamp") AS oldest, max("timestamp") AS newest FROM system_telemetry) AS rows,
    (SELECT sum(pg_total_relation_size(relid))::bigint AS total, sum(pg_indexes_size(relid))::bigint AS indexes
        FROM pg_partition_tree('system_telemetry')) AS size
