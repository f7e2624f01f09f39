-- What a program would ask of the rows themselves.
SELECT component, count(*) FILTER (WHERE ranked) AS requests, count(*) FILTER (WHERE NOT ranked) AS not_ranked,
    sum(ms) FILTER (WHERE ranked) AS ms, coalesce(sum(tokens) FILTER (WHERE ranked), 0) AS tokens,
    min("timestamp") AS first_seen, max("timestamp") AS last_seen
FROM (
    SELECT component, "timestamp", (metadata ->> 'inference_time_ms')::float8 AS ms,
        (metadata ->> 'tokens_generated')::float8 AS tokens,
        status = 'success' AND (metadata ->> 'tokens_generated')::float8 > 0 AS ranked
    FROM system_telemetry
    WHERE event_type = 'THOUGHT_LATENCY' AND "timestamp" >= ? AND "timestamp" < ?
) AS requests
GROUP BY component
