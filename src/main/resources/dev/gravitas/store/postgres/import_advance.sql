UPDATE telemetry_import SET rows_read = ?, rows_stored = ?, finished = ?
WHERE content_sha256 = ? AND rows_read = ? AND rows_stored = ? AND finished = ?
