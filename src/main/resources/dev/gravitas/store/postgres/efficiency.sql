-- Sums per model and definition over a window [from, to), from what is already summed: whole UTC days, the 15-minute
-- buckets around them, sums that are not folded yet, and where the window cuts a bucket, sums per minute or the rows
-- themselves. One statement, so all of it is of one moment. Whole buckets are [first_bucket, end_bucket), whole days
-- [first_day, end_day), whole minutes of the bucket that the window's start cuts [head_minute, head_end).
WITH last AS (
    -- The bucket that the window's end cuts counts as whole when all its rows lie before the end: now, that is the rule.
    SELECT :to > :end_bucket AND NOT EXISTS (
        SELECT FROM telemetry_rollup
        WHERE event_type = 'THOUGHT_LATENCY' AND bucket = :end_bucket AND last_seen >= :to
    ) AND NOT EXISTS (
        SELECT FROM telemetry_delta
        WHERE event_type = 'THOUGHT_LATENCY' AND bucket = :end_bucket AND last_seen >= :to
    ) AS whole
), head AS (
    -- Minutes count while they are of as many rows as the bucket has.
    SELECT EXISTS (
        SELECT FROM telemetry_split WHERE bucket = :head_bucket AND rows = (
            SELECT coalesce(sum(rows), 0) FROM (
                SELECT rows FROM telemetry_rollup WHERE event_type = 'THOUGHT_LATENCY' AND bucket = :head_bucket
                UNION ALL
                SELECT rows FROM telemetry_delta WHERE event_type = 'THOUGHT_LATENCY' AND bucket = :head_bucket
            ) AS kept)
    ) AS split
), summed AS (
    SELECT component, host, series, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen, bins,
        ttft_bins
    FROM telemetry_rollup_day
    WHERE event_type = 'THOUGHT_LATENCY' AND bucket >= :first_day AND bucket < :end_day
    UNION ALL
    SELECT component, host, series, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen, bins,
        ttft_bins
    FROM telemetry_rollup
    WHERE event_type = 'THOUGHT_LATENCY' AND bucket >= :first_bucket AND bucket < :first_day
    UNION ALL
    SELECT component, host, series, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen, bins,
        ttft_bins
    FROM telemetry_rollup
    WHERE event_type = 'THOUGHT_LATENCY' AND bucket >= :end_day AND bucket <= :end_bucket
        AND (bucket < :end_bucket OR (SELECT whole FROM last))
), parts AS (
    SELECT component, host, definition, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen, bins,
        ttft_bins
    FROM (
        -- First added up: the join costs more than the sums.
        SELECT component, host, series, sum(rows) AS rows, sum(figures) AS figures, sum(ms) AS ms, sum(tokens) AS tokens,
            min(figure_min) AS figure_min, max(figure_max) AS figure_max, min(first_seen) AS first_seen,
            max(last_seen) AS last_seen, string_agg(bins, ''::bytea) FILTER (WHERE :quantiles) AS bins,
            string_agg(ttft_bins, ''::bytea) FILTER (WHERE :quantiles) AS ttft_bins
        FROM summed
        GROUP BY component, host, series
    ) AS of_series JOIN telemetry_series USING (series)
    UNION ALL
    SELECT component, host, split_part(dims, E'\x1f', 1), rows, figures, ms, tokens, figure_min, figure_max, first_seen,
        last_seen, bins, ttft_bins
    FROM telemetry_delta
    WHERE event_type = 'THOUGHT_LATENCY' AND bucket >= :first_bucket AND bucket <= :end_bucket
        AND (bucket < :end_bucket OR (SELECT whole FROM last))
    UNION ALL
    SELECT component, host, definition, 1, (figure IS NOT NULL)::integer, ms, tokens, figure, figure, "timestamp",
        "timestamp", CASE WHEN :quantiles THEN int2send(telemetry_bin(figure)) || int4send(1) END,
        CASE WHEN :quantiles THEN int2send(telemetry_bin(ttft_ms)) || int4send(1) END
    FROM telemetry_figures('THOUGHT_LATENCY', :from, :head_minute)
    UNION ALL
    SELECT component, host, definition, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen, bins,
        ttft_bins
    FROM telemetry_minute
    WHERE minute >= :head_minute AND minute < :head_end AND (SELECT split FROM head)
    UNION ALL
    SELECT component, host, definition, 1, (figure IS NOT NULL)::integer, ms, tokens, figure, figure, "timestamp",
        "timestamp", CASE WHEN :quantiles THEN int2send(telemetry_bin(figure)) || int4send(1) END,
        CASE WHEN :quantiles THEN int2send(telemetry_bin(ttft_ms)) || int4send(1) END
    FROM telemetry_figures('THOUGHT_LATENCY', :head_minute, :head_end)
    WHERE NOT (SELECT split FROM head)
    UNION ALL
    SELECT component, host, definition, 1, (figure IS NOT NULL)::integer, ms, tokens, figure, figure, "timestamp",
        "timestamp", CASE WHEN :quantiles THEN int2send(telemetry_bin(figure)) || int4send(1) END,
        CASE WHEN :quantiles THEN int2send(telemetry_bin(ttft_ms)) || int4send(1) END
    FROM telemetry_figures('THOUGHT_LATENCY', :end_bucket, :to)
    WHERE NOT (SELECT whole FROM last)
)
SELECT component, definition, sum(figures)::bigint AS requests, (sum(rows) - sum(figures))::bigint AS not_ranked, sum(ms) AS ms,
    sum(tokens) AS tokens, min(figure_min) AS best, max(figure_max) AS worst, min(first_seen) AS first_seen,
    max(last_seen) AS last_seen, string_agg(bins, ''::bytea) FILTER (WHERE :quantiles) AS bins,
    string_agg(ttft_bins, ''::bytea) FILTER (WHERE :quantiles) AS ttft_bins
FROM parts
WHERE (:component::text IS NULL OR component = telemetry_name(:component))
    AND (:host::text IS NULL OR host = telemetry_name(:host))
GROUP BY component, definition
