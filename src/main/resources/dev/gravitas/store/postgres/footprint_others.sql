-- The console's other tables, largest first.
SELECT name, rows, pg_total_relation_size(name::regclass) AS size_bytes, pg_indexes_size(name::regclass) AS index_bytes
FROM (
    SELECT 'telemetry_batch' AS name, count(*) AS rows FROM telemetry_batch
    UNION ALL SELECT 'telemetry_import', count(*) FROM telemetry_import
    UNION ALL SELECT 'telemetry_schema_history', count(*) FROM telemetry_schema_history
) AS others
ORDER BY size_bytes DESC, name
