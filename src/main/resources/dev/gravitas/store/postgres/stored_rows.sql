SELECT coalesce(sum(rows), 0) AS total,
    coalesce(sum(rows) FILTER (WHERE event_type = 'THOUGHT_LATENCY'), 0) AS thought,
    coalesce(sum(figures) FILTER (WHERE event_type = 'THOUGHT_LATENCY'), 0) AS ranked,
    -- Null where no row has a finite time.
    nullif(min(first_seen), 'infinity') AS oldest, nullif(max(last_seen), '-infinity') AS newest
FROM (
    SELECT event_type, rows, figures, first_seen, last_seen FROM telemetry_rollup_day
    UNION ALL SELECT event_type, rows, figures, first_seen, last_seen FROM telemetry_delta
) AS summed
