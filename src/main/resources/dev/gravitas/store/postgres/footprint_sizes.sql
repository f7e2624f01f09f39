-- What the telemetry table's indexes take, and the whole database.
SELECT sum(pg_indexes_size(inhrelid))::bigint AS index_bytes, pg_database_size(current_database()) AS database_bytes
FROM pg_inherits WHERE inhparent = 'system_telemetry'::regclass
