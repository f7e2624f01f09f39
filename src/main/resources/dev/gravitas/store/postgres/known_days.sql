-- UTC days of which something is stored, before a time. Empty partitions of such days too.
SELECT day FROM (
    SELECT bucket AS day FROM telemetry_rollup_day
    UNION SELECT telemetry_day(bucket) FROM telemetry_delta
    UNION SELECT to_date(right(child.relname, 8), 'YYYYMMDD')::timestamp AT TIME ZONE 'UTC'
        FROM pg_inherits JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
        WHERE pg_inherits.inhparent = 'system_telemetry'::regclass
            AND child.relname ~ '^system_telemetry_[0-9]{8}$'
) AS days
WHERE day < ?
ORDER BY day
