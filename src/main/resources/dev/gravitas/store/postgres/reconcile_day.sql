SELECT telemetry_reconcile_day(?)
