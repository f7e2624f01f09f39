-- Sums of loads per model in [from, to): whole buckets [first_bucket, end_bucket), folded or not, and the rows of those
-- that the window cuts. As one slice.
SELECT 'LOAD_LATENCY' AS event_type, component, '' AS definition, :from::timestamptz AS slice,
    sum(rows)::bigint AS rows, sum(failed)::bigint AS failed, sum(figures)::bigint AS figures, 0 AS ms, 0 AS tokens,
    sum(figure_sum) AS figure_sum, min(figure_min) AS figure_min, max(figure_max) AS figure_max,
    string_agg(bins, ''::bytea) AS bins
FROM (
    SELECT component, rows, failed, figures, figure_sum, figure_min, figure_max, bins FROM telemetry_rollup
    WHERE event_type = 'LOAD_LATENCY' AND bucket >= :first_bucket AND bucket < :end_bucket
    UNION ALL
    SELECT component, rows, failed, figures, figure_sum, figure_min, figure_max, bins FROM telemetry_delta
    WHERE event_type = 'LOAD_LATENCY' AND bucket >= :first_bucket AND bucket < :end_bucket
    UNION ALL
    SELECT component, 1, failed::integer, (figure IS NOT NULL)::integer, figure, figure, figure,
        int2send(telemetry_bin(figure)) || int4send(1)
    FROM telemetry_figures('LOAD_LATENCY', :from, :first_bucket)
    UNION ALL
    SELECT component, 1, failed::integer, (figure IS NOT NULL)::integer, figure, figure, figure,
        int2send(telemetry_bin(figure)) || int4send(1)
    FROM telemetry_figures('LOAD_LATENCY', :end_bucket, :to)
) AS parts
GROUP BY component
