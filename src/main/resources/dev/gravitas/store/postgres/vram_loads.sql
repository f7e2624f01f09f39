-- The newest loads that succeeded in [from, to). The rollups know which spans of time have any, and only those are read,
-- from the newest on until there are enough. A bucket that the end cuts may hold later ones, so it counts for none.
SELECT load.host, load.component AS model, load."timestamp" AS ended, load.figure AS seconds
FROM (
    SELECT CASE WHEN bucket + interval '15 minutes' <= :to THEN sum(figures) ELSE 0 END AS figures,
        min(first_seen) AS first_seen, max(last_seen) AS last_seen,
        sum(CASE WHEN bucket + interval '15 minutes' <= :to THEN sum(figures) ELSE 0 END)
            OVER (ORDER BY bucket DESC) AS figures_so_far
    FROM (
        SELECT bucket, figures, first_seen, last_seen FROM telemetry_rollup
        WHERE event_type = 'LOAD_LATENCY' AND bucket >= telemetry_bucket(:from) AND bucket < :to AND figures > 0
        UNION ALL
        SELECT bucket, figures, first_seen, last_seen FROM telemetry_delta
        WHERE event_type = 'LOAD_LATENCY' AND bucket >= telemetry_bucket(:from) AND bucket < :to AND figures > 0
    ) AS kept
    GROUP BY bucket
) AS span
CROSS JOIN LATERAL (
    SELECT host, component, "timestamp", figure
    FROM telemetry_figures('LOAD_LATENCY', span.first_seen, span.last_seen + interval '1 microsecond')
    WHERE figure IS NOT NULL AND "timestamp" >= :from AND "timestamp" < :to
    OFFSET 0
) AS load
WHERE span.figures_so_far - span.figures < 500
ORDER BY ended DESC
LIMIT 500
