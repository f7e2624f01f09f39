-- Loads per model and UTC day, and per model over all days (day null). Failed loads are counted and enter no time.
SELECT component, day,
    count(*) FILTER (WHERE NOT failed) AS loads,
    count(*) FILTER (WHERE failed) AS failed,
    avg(seconds) AS mean,
    percentile_disc(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY seconds) AS quantiles
FROM (
    SELECT coalesce(component, '(unnamed)') AS component,
        ("timestamp" AT TIME ZONE 'UTC')::date AS day,
        telemetry_failed(status) AS failed,
        CASE WHEN NOT telemetry_failed(status) AND value BETWEEN 0 AND 1e15 THEN value END AS seconds
    FROM system_telemetry
    WHERE event_type = 'LOAD_LATENCY' AND "timestamp" >= ? AND "timestamp" < ?
) AS loads
GROUP BY GROUPING SETS ((component, day), (component))
