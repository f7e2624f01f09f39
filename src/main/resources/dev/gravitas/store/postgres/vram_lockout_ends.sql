-- The first rows that say that a lockout ended, from a time on. Read as vram_lockouts reads.
SELECT row_of.*
FROM (
    SELECT sum(rows) AS rows, min(first_seen) AS first_seen, max(last_seen) AS last_seen,
        sum(sum(rows)) OVER (ORDER BY bucket) AS rows_so_far
    FROM (
        SELECT bucket, rows, first_seen, last_seen FROM telemetry_rollup
        WHERE event_type = 'VRAM_LOCKOUT_END' AND bucket >= telemetry_bucket(:from) AND bucket < 'infinity'
        UNION ALL
        SELECT bucket, rows, first_seen, last_seen FROM telemetry_delta
        WHERE event_type = 'VRAM_LOCKOUT_END' AND bucket >= telemetry_bucket(:from) AND bucket < 'infinity'
    ) AS kept
    GROUP BY bucket
) AS span
CROSS JOIN LATERAL (
    SELECT telemetry_name(host) AS host, telemetry_name(coalesce(component, '(unnamed)')) AS gpu, "timestamp" AS told,
        CASE WHEN value BETWEEN 0 AND 1e10 THEN value END AS seconds,
        CASE jsonb_typeof(metadata -> 'episode') WHEN 'string' THEN left(metadata ->> 'episode', 200) END AS episode,
        CASE jsonb_typeof(metadata -> 'began') WHEN 'string' THEN left(metadata ->> 'began', 40) END AS began,
        telemetry_number(metadata -> 'lowest_free') AS lowest_free,
        left(metadata ->> 'ended_by', 40) AS ended_by
    FROM system_telemetry
    WHERE event_type = 'VRAM_LOCKOUT_END' AND "timestamp" >= span.first_seen AND "timestamp" <= span.last_seen
        AND "timestamp" >= :from
    OFFSET 0
) AS row_of
WHERE span.rows_so_far - span.rows < 1000
ORDER BY told
LIMIT 1000
