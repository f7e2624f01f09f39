-- What the newest row of each GPU in the whole buckets of [from, to) says of it. The rollups know when that row was, so the
-- telemetry is read at that very time: the lateral joins are fences, or the planner could read it all instead.
SELECT seen.host, seen.gpu, row_of.name, row_of.gpu_index, row_of.part_of, row_of.gpu_instance,
    row_of.compute_instance, row_of.total
FROM (
    SELECT host, component AS gpu, max(last_seen) AS last_seen
    FROM (
        SELECT component, host, last_seen FROM telemetry_rollup
        WHERE event_type = 'VRAM_CHECK' AND bucket >= :from AND bucket < :to
        UNION ALL
        SELECT component, host, last_seen FROM telemetry_delta
        WHERE event_type = 'VRAM_CHECK' AND bucket >= :from AND bucket < :to
    ) AS kept
    GROUP BY 1, 2
) AS seen
CROSS JOIN LATERAL (
    SELECT CASE jsonb_typeof(metadata -> 'gpu_name') WHEN 'string' THEN left(metadata ->> 'gpu_name', 200) END AS name,
        CASE jsonb_typeof(metadata -> 'part_of') WHEN 'string' THEN left(metadata ->> 'part_of', 200) END AS part_of,
        telemetry_number(metadata -> 'gpu_instance') AS gpu_instance,
        telemetry_number(metadata -> 'compute_instance') AS compute_instance,
        telemetry_number(metadata -> 'gpu_index') AS gpu_index, telemetry_number(metadata -> 'total') AS total
    FROM system_telemetry
    WHERE event_type = 'VRAM_CHECK' AND "timestamp" = seen.last_seen AND telemetry_name(host) = seen.host
        AND telemetry_name(coalesce(component, '(unnamed)')) = seen.gpu
    LIMIT 1
) AS row_of
