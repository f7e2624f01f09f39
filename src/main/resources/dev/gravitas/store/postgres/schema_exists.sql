SELECT count(to_regclass('telemetry_schema_history'))
