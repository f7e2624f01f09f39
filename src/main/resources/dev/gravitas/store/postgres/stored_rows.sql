SELECT count(*) AS total,
    count(*) FILTER (WHERE event_type = 'THOUGHT_LATENCY') AS thought,
    count(ranked_tokens) AS ranked,
    max("timestamp") AS newest
FROM system_telemetry
