-- Sums per model and definition over a window [from, to), from what is already summed: whole UTC days, the 15-minute
-- buckets around them, sums that are not folded yet, and the rows themselves where the window cuts a bucket. One
-- statement, so all of it is of one moment.
WITH span AS (
    SELECT ?::timestamptz AS from_time, ?::timestamptz AS to_time,
        -- Whole buckets and whole days inside, [first, end); equal where there are none.
        ?::timestamptz AS first_bucket, ?::timestamptz AS end_bucket, ?::timestamptz AS first_day,
        ?::timestamptz AS end_day,
        -- The end of the part of a bucket before the first whole one.
        ?::timestamptz AS head_end,
        ?::text AS wanted, ?::text AS wanted_host, ?::boolean AS with_bins
), last AS (
    -- The bucket that the window's end cuts counts as whole when all its rows lie before the end: now, that is the rule.
    SELECT end_bucket, to_time > end_bucket AND NOT EXISTS (
            SELECT FROM telemetry_live
            WHERE event_type = 'THOUGHT_LATENCY' AND bucket = span.end_bucket AND last_seen >= span.to_time) AS whole
    FROM span
), parts AS (
    SELECT component, host, series, NULL AS dims, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen,
        bins, ttft_bins
    FROM span JOIN telemetry_rollup_day ON bucket >= first_day AND bucket < end_day
    WHERE event_type = 'THOUGHT_LATENCY'
    UNION ALL
    SELECT component, host, series, NULL, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen, bins,
        ttft_bins
    FROM span JOIN telemetry_rollup ON bucket >= first_bucket AND bucket < first_day
    WHERE event_type = 'THOUGHT_LATENCY'
    UNION ALL
    SELECT component, host, series, NULL, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen, bins,
        ttft_bins
    FROM span CROSS JOIN last JOIN telemetry_rollup ON bucket >= span.end_day AND bucket <= span.end_bucket
    WHERE event_type = 'THOUGHT_LATENCY' AND (bucket < span.end_bucket OR last.whole)
    UNION ALL
    SELECT component, host, NULL, dims, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen, bins,
        ttft_bins
    FROM span CROSS JOIN last JOIN telemetry_delta ON bucket >= first_bucket AND bucket <= span.end_bucket
    WHERE event_type = 'THOUGHT_LATENCY' AND (bucket < span.end_bucket OR last.whole)
    UNION ALL
    SELECT component, host, NULL, dims, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen, bins,
        ttft_bins
    FROM span, telemetry_summary('THOUGHT_LATENCY', from_time, head_end)
    UNION ALL
    SELECT component, host, NULL, dims, rows, figures, ms, tokens, figure_min, figure_max, first_seen, last_seen, bins,
        ttft_bins
    FROM span CROSS JOIN last, telemetry_summary('THOUGHT_LATENCY', span.end_bucket,
        CASE WHEN whole THEN span.end_bucket ELSE to_time END)
)
SELECT component, coalesce(known.definition, split_part(parts.dims, E'\x1f', 1)) AS definition,
    sum(figures) AS requests, sum(rows) - sum(figures) AS not_ranked, sum(ms) AS ms, sum(tokens) AS tokens,
    min(figure_min) AS best, max(figure_max) AS worst, min(first_seen) AS first_seen, max(last_seen) AS last_seen,
    string_agg(bins, ''::bytea) FILTER (WHERE with_bins) AS bins,
    string_agg(ttft_bins, ''::bytea) FILTER (WHERE with_bins) AS ttft_bins
FROM span CROSS JOIN parts LEFT JOIN telemetry_series AS known USING (series)
WHERE (wanted IS NULL OR component = wanted) AND (wanted_host IS NULL OR host = wanted_host)
GROUP BY 1, 2
