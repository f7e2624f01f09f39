-- Sums per model and slice of requests, by definition, and of loads. The slices are whole quarters of an hour, or several.
SELECT event_type, component, definition, slice, sum(rows)::bigint AS rows, sum(failed)::bigint AS failed,
    sum(figures)::bigint AS figures, sum(ms) AS ms, sum(tokens) AS tokens, sum(figure_sum) AS figure_sum,
    min(figure_min) AS figure_min, max(figure_max) AS figure_max, string_agg(bins, ''::bytea) AS bins
FROM (
    SELECT event_type, component, definition, date_bin(:width::interval, bucket, '2000-01-01 00:00+00') AS slice, rows,
        failed, figures, ms, tokens, figure_sum, figure_min, figure_max, bins
    FROM telemetry_rollup JOIN telemetry_series USING (series)
    WHERE event_type IN ('THOUGHT_LATENCY', 'LOAD_LATENCY') AND bucket >= :from AND bucket < :to
    UNION ALL
    SELECT event_type, component, split_part(dims, E'\x1f', 1),
        date_bin(:width::interval, bucket, '2000-01-01 00:00+00'), rows, failed, figures, ms, tokens, figure_sum,
        figure_min, figure_max, bins
    FROM telemetry_delta
    WHERE event_type IN ('THOUGHT_LATENCY', 'LOAD_LATENCY') AND bucket >= :from AND bucket < :to
) AS kept
GROUP BY event_type, component, definition, slice
