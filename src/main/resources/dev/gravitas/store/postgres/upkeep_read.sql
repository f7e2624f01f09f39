SELECT task, done_at, detail FROM telemetry_upkeep ORDER BY task
