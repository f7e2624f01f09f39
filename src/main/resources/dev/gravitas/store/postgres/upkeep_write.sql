INSERT INTO telemetry_upkeep (task, done_at, detail) VALUES (?, ?, ?)
ON CONFLICT (task) DO UPDATE SET done_at = excluded.done_at, detail = excluded.detail
