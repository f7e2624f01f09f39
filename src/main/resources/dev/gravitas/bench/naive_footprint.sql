-- What a program would ask of the rows themselves.
SELECT count(*) AS rows, min("timestamp") AS oldest, max("timestamp") AS newest,
    (SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('system_telemetry')) AS bytes
FROM system_telemetry
