SELECT max(version::integer) FROM telemetry_schema_history WHERE success AND version ~ '^[0-9]+$'
