SELECT telemetry_ensure_day(?)
