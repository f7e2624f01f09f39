-- The newest rows that say that a lockout began, in [from, to). The rollups know the few spans of time that have any, and
-- only those are read.
SELECT row_of.*
FROM (
    SELECT sum(rows) AS rows, min(first_seen) AS first_seen, max(last_seen) AS last_seen,
        sum(sum(rows)) OVER (ORDER BY bucket DESC) AS rows_so_far
    FROM (
        SELECT bucket, rows, first_seen, last_seen FROM telemetry_rollup
        WHERE event_type = 'VRAM_LOCKOUT' AND bucket >= telemetry_bucket(:from) AND bucket < :to
        UNION ALL
        SELECT bucket, rows, first_seen, last_seen FROM telemetry_delta
        WHERE event_type = 'VRAM_LOCKOUT' AND bucket >= telemetry_bucket(:from) AND bucket < :to
    ) AS kept
    GROUP BY bucket
) AS span
CROSS JOIN LATERAL (
    SELECT telemetry_name(host) AS host, telemetry_name(coalesce(component, '(unnamed)')) AS gpu, "timestamp" AS told,
        CASE jsonb_typeof(metadata -> 'episode') WHEN 'string' THEN left(metadata ->> 'episode', 200) END AS episode,
        telemetry_number(metadata -> 'free_vram') AS free,
        telemetry_number(metadata -> 'trigger_threshold') AS threshold, holder.*
    FROM system_telemetry
    CROSS JOIN LATERAL (
        SELECT array_agg(pid::bigint) AS pids, array_agg(program) AS programs, array_agg(model) AS models,
            array_agg(used) AS sizes
        FROM (
            SELECT telemetry_number(held -> 'pid') AS pid,
                CASE jsonb_typeof(held -> 'program') WHEN 'string' THEN left(held ->> 'program', 200) END AS program,
                CASE jsonb_typeof(held -> 'model') WHEN 'string' THEN left(held ->> 'model', 200) END AS model,
                CASE WHEN telemetry_number(held -> 'used') >= 0 THEN telemetry_number(held -> 'used') END AS used
            FROM jsonb_array_elements(CASE jsonb_typeof(metadata -> 'top_holders') WHEN 'array'
                THEN metadata -> 'top_holders' END) AS held
            ORDER BY used DESC NULLS LAST
            LIMIT 20
        ) AS told
        WHERE pid >= 0
    ) AS holder
    WHERE event_type = 'VRAM_LOCKOUT' AND "timestamp" >= span.first_seen AND "timestamp" <= span.last_seen
        AND "timestamp" >= :from AND "timestamp" < :to
    OFFSET 0
) AS row_of
WHERE span.rows_so_far - span.rows < 500
ORDER BY told DESC
LIMIT 500
