-- UTC days that have a partition of their own.
SELECT to_date(right(child.relname, 8), 'YYYYMMDD') AS day
FROM pg_inherits
JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
WHERE pg_inherits.inhparent = 'system_telemetry'::regclass
    AND child.relname ~ '^system_telemetry_[0-9]{8}$'
