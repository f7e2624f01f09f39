-- The rows about GPUs' memory in [from, to), oldest first, as slices of one row each. A row tells the least that was free since
-- the one before.
SELECT host, component AS gpu, "timestamp" AS first_seen, "timestamp" AS last_seen, 1 AS rows,
    least(CASE WHEN figure >= 0 THEN figure END, min_free) AS least_free, figure AS last_free, used AS most_used
FROM telemetry_figures('VRAM_CHECK', :from, :to)
ORDER BY 3, 1, 2
