-- UTC days of which something is stored or summed, or that have a partition: those that had ended by a time, or all.
SELECT day FROM (
    SELECT bucket AS day FROM telemetry_rollup_day
    UNION SELECT telemetry_day(bucket) FROM telemetry_delta
    UNION SELECT telemetry_day(telemetry_bucket("timestamp")) FROM system_telemetry_default
    UNION SELECT to_date(right(child.relname, 8), 'YYYYMMDD')::timestamp AT TIME ZONE 'UTC'
        FROM pg_inherits JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
        WHERE pg_inherits.inhparent = 'system_telemetry'::regclass
            AND child.relname ~ '^system_telemetry_[0-9]{8}$'
) AS days
WHERE :before::timestamptz IS NULL OR telemetry_day_last(day) < :before
ORDER BY day
