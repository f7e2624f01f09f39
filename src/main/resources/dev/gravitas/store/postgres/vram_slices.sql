-- What the rollups hold of GPUs' memory in the whole buckets of [from, to), by GPU and spans of a width, oldest first. A span
-- in which no row came for too long is told in two parts, so that nobody takes that time for known.
SELECT host, gpu, min(first_seen) AS first_seen, max(last_seen) AS last_seen, sum(rows) AS rows,
    min(least_free) AS least_free, CASE WHEN sum(rows) = 1 THEN sum(free) END AS last_free, max(most_used) AS most_used
FROM (
    SELECT *, count(*) FILTER (WHERE late) OVER (PARTITION BY host, gpu ORDER BY bucket) AS part
    FROM (
        SELECT *, first_seen - lag(last_seen) OVER (PARTITION BY host, gpu ORDER BY bucket) > :longest::interval AS late
        FROM (
            SELECT host, component AS gpu, bucket, min(first_seen) AS first_seen, max(last_seen) AS last_seen,
                sum(rows) AS rows, sum(figure_sum) AS free, max(used_max) AS most_used,
                -- No GPU has less than nothing free, whatever a program wrote.
                min(figure_min) FILTER (WHERE figure_min >= 0) AS least_free
            FROM (
                SELECT bucket, component, host, rows, figure_sum, figure_min, used_max, first_seen, last_seen
                FROM telemetry_rollup
                WHERE event_type = 'VRAM_CHECK' AND bucket >= :from AND bucket < :to
                UNION ALL
                SELECT bucket, component, host, rows, figure_sum, figure_min, used_max, first_seen, last_seen
                FROM telemetry_delta
                WHERE event_type = 'VRAM_CHECK' AND bucket >= :from AND bucket < :to
            ) AS kept
            GROUP BY 1, 2, 3
        ) AS of_bucket
    ) AS followed
) AS parted
GROUP BY host, gpu, part, date_bin(:width::interval, bucket, '2000-01-01 00:00+00')
ORDER BY 3, 1, 2
