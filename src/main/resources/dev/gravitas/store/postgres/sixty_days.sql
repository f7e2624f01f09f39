-- Sums per model and UTC day of requests, by definition, and of loads.
SELECT event_type, component, definition, day, sum(rows) AS rows, sum(failed) AS failed, sum(figures) AS figures,
    sum(ms) AS ms, sum(tokens) AS tokens, sum(figure_sum) AS figure_sum, min(figure_min) AS figure_min,
    max(figure_max) AS figure_max, string_agg(bins, ''::bytea) AS bins
FROM (
    SELECT event_type, component, definition, bucket AS day, rows, failed, figures, ms, tokens, figure_sum, figure_min,
        figure_max, bins
    FROM telemetry_rollup_day JOIN telemetry_series USING (series)
    WHERE event_type IN ('THOUGHT_LATENCY', 'LOAD_LATENCY') AND bucket >= :from AND bucket < :to
    UNION ALL
    SELECT event_type, component, split_part(dims, E'\x1f', 1), telemetry_day(bucket), rows, failed, figures, ms, tokens,
        figure_sum, figure_min, figure_max, bins
    FROM telemetry_delta
    WHERE event_type IN ('THOUGHT_LATENCY', 'LOAD_LATENCY') AND bucket >= :from AND bucket < :to
) AS days
GROUP BY event_type, component, definition, day
