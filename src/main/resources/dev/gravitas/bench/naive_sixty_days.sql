-- What a program would ask of the rows themselves: requests and loads per model and day, and over all days.
SELECT event_type = 'LOAD_LATENCY' AS load, component, day, count(*) FILTER (WHERE good) AS good,
    count(*) FILTER (WHERE NOT good) AS failed, sum(ms) FILTER (WHERE good) AS ms,
    sum(tokens) FILTER (WHERE good) AS tokens, avg(figure) FILTER (WHERE good) AS mean,
    percentile_disc(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY figure) FILTER (WHERE good) AS quantiles
FROM (
    SELECT event_type, component, ("timestamp" AT TIME ZONE 'UTC')::date AS day,
        (metadata ->> 'inference_time_ms')::float8 AS ms, (metadata ->> 'tokens_generated')::float8 AS tokens,
        CASE WHEN event_type = 'LOAD_LATENCY' THEN value ELSE (metadata ->> 'inference_time_ms')::float8
            / nullif((metadata ->> 'tokens_generated')::float8, 0) END AS figure,
        status = 'success' AND (event_type = 'LOAD_LATENCY' OR (metadata ->> 'tokens_generated')::float8 > 0) AS good
    FROM system_telemetry
    WHERE event_type IN ('THOUGHT_LATENCY', 'LOAD_LATENCY') AND "timestamp" >= ? AND "timestamp" < ?
) AS events
GROUP BY GROUPING SETS ((event_type, component, day), (event_type, component))
