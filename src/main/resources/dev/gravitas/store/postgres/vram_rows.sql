-- The rows about GPUs' memory in [from, to), oldest first, as slices of one row each. A row tells the least that was free since
-- the one before, and maybe how many seconds before it that began and ended.
SELECT figures.host, figures.component AS gpu, figures."timestamp" AS first_seen, figures."timestamp" AS last_seen,
    1 AS rows, least(CASE WHEN figures.figure >= 0 THEN figures.figure END, figures.min_free) AS least_free,
    figures.figure AS last_free, figures.used AS most_used, low.low_began, low.low_ended
FROM telemetry_figures('VRAM_CHECK', :from, :to) AS figures
LEFT JOIN (
    SELECT DISTINCT ON (1, 2, 3) "timestamp", telemetry_name(host) AS host,
        telemetry_name(coalesce(component, '(unnamed)')) AS gpu,
        telemetry_number(metadata -> 'min_free_began_s') AS low_began,
        telemetry_number(metadata -> 'min_free_ended_s') AS low_ended
    FROM system_telemetry
    WHERE event_type = 'VRAM_CHECK' AND "timestamp" >= :from AND "timestamp" < :to
        AND metadata -> 'min_free_began_s' IS NOT NULL
    ORDER BY 1, 2, 3
) AS low ON low."timestamp" = figures."timestamp" AND low.host = figures.host AND low.gpu = figures.component
ORDER BY 3, 1, 2
