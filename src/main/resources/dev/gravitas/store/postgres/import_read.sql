SELECT content_sha256, started_at, spread_days, rows_read, rows_stored, finished
FROM telemetry_import
WHERE content_sha256 = ?
