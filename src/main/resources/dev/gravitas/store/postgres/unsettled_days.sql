-- Partitions of days before a date that have new rows since they were last vacuumed.
SELECT relname
FROM pg_stat_user_tables JOIN pg_inherits ON inhrelid = relid
WHERE inhparent = 'system_telemetry'::regclass AND relname ~ '^system_telemetry_[0-9]{8}$'
    AND relname < 'system_telemetry_' || to_char(?::date, 'YYYYMMDD') AND n_ins_since_vacuum > 0
ORDER BY relname
