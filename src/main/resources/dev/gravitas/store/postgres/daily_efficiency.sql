-- Figures per model, definition and UTC day. A row without requests says that the model is known.
SELECT coalesce(component, '(unnamed)') AS component,
    definition,
    ("timestamp" AT TIME ZONE 'UTC')::date AS day,
    count(ranked_tokens) AS requests,
    sum(ranked_ms) AS ms,
    sum(ranked_tokens) AS tokens,
    percentile_disc(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY ranked_ms / ranked_tokens) AS quantiles
FROM system_telemetry
WHERE event_type = 'THOUGHT_LATENCY' AND "timestamp" >= ? AND "timestamp" < ?
GROUP BY 1, 2, 3
