-- The console's other tables, largest first. Their rows are as PostgreSQL last knew them, null before it first looked.
SELECT relname AS name, pg_total_relation_size(oid) AS size_bytes, pg_indexes_size(oid) AS index_bytes,
    nullif(greatest(reltuples, pg_stat_get_live_tuples(oid)), -1)::bigint AS rows
FROM pg_class
WHERE oid IN ('telemetry_batch'::regclass, 'telemetry_import'::regclass, 'telemetry_rollup'::regclass,
    'telemetry_rollup_day'::regclass, 'telemetry_delta'::regclass, 'telemetry_series'::regclass,
    'telemetry_upkeep'::regclass, 'telemetry_schema_history'::regclass)
ORDER BY size_bytes DESC, name
