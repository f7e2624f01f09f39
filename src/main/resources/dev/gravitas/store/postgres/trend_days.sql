-- Sums per model and UTC day of requests, by definition, and of loads. A key may come several times: adding up bins here
-- costs more than sending them.
SELECT event_type, component, definition, bucket AS slice, rows, failed, figures, ms, tokens, figure_sum, figure_min,
    figure_max, bins
FROM telemetry_rollup_day JOIN telemetry_series USING (series)
WHERE event_type IN ('THOUGHT_LATENCY', 'LOAD_LATENCY') AND bucket >= :from AND bucket < :to
UNION ALL
SELECT event_type, component, split_part(dims, E'\x1f', 1), telemetry_day(bucket), rows, failed, figures, ms, tokens,
    figure_sum, figure_min, figure_max, bins
FROM telemetry_delta
WHERE event_type IN ('THOUGHT_LATENCY', 'LOAD_LATENCY') AND bucket >= :from AND bucket < :to
