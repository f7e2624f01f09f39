-- Figures per model, definition and UTC day. A row without requests says that the model is known. Day by day, because
-- many small sorts stay in memory where one sort of all rows by three keys spills to disk.
SELECT component, definition, (start AT TIME ZONE 'UTC')::date AS day, requests, ms, tokens, quantiles
FROM generate_series(?::timestamptz, ?::timestamptz - interval '1 microsecond', interval '24 hours') AS start
CROSS JOIN LATERAL (
    SELECT coalesce(component, '(unnamed)') AS component,
        definition,
        count(ranked_tokens) AS requests,
        sum(ranked_ms) AS ms,
        sum(ranked_tokens) AS tokens,
        percentile_disc(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY ranked_ms / ranked_tokens) AS quantiles
    FROM system_telemetry
    WHERE event_type = 'THOUGHT_LATENCY' AND "timestamp" >= start AND "timestamp" < start + interval '24 hours'
    GROUP BY 1, 2
) AS groups
