-- What the rollups hold of GPUs' memory in the whole buckets of [from, to), by GPU and spans of a width, oldest first.
SELECT host, component AS gpu, date_bin(:width::interval, bucket, '2000-01-01 00:00+00') AS began, sum(rows) AS rows,
    -- No GPU has less than nothing free, whatever a program wrote.
    min(figure_min) FILTER (WHERE figure_min >= 0) AS least_free,
    sum(used_sum) / nullif(sum(used_rows), 0) AS mean_used, max(used_max) AS most_used
FROM (
    SELECT bucket, component, host, rows, used_rows, figure_min, used_sum, used_max
    FROM telemetry_rollup
    WHERE event_type = 'VRAM_CHECK' AND bucket >= :from AND bucket < :to
    UNION ALL
    SELECT bucket, component, host, rows, used_rows, figure_min, used_sum, used_max
    FROM telemetry_delta
    WHERE event_type = 'VRAM_CHECK' AND bucket >= :from AND bucket < :to
) AS kept
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
