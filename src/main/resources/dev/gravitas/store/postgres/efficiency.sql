-- Figures per model and definition over a window. Quantiles are nearest-rank over requests, one vote each.
SELECT coalesce(component, '(unnamed)') AS component,
    definition,
    count(ranked_tokens) AS requests,
    count(*) - count(ranked_tokens) AS not_ranked,
    sum(ranked_ms) AS ms,
    sum(ranked_tokens) AS tokens,
    percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY ranked_ms / ranked_tokens) AS quantiles,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY ttft_ms) FILTER (WHERE ranked_tokens IS NOT NULL) AS ttft_p50,
    min("timestamp") AS first_seen,
    max("timestamp") AS last_seen
FROM system_telemetry
WHERE event_type = 'THOUGHT_LATENCY' AND "timestamp" >= ? AND "timestamp" < ?
    AND (?::text IS NULL OR coalesce(component, '(unnamed)') = ?)
GROUP BY 1, 2
