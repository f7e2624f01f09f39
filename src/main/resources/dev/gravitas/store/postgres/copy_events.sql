COPY system_telemetry (event_type, component, value, metadata, status, "timestamp", host) FROM STDIN (FORMAT binary)
