SELECT telemetry_fold()
