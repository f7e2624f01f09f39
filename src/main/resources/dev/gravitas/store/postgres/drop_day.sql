SELECT telemetry_drop_day(?)
