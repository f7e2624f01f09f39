-- Held until the session ends.
SELECT pg_advisory_lock(hashtext('gravitas.telemetry.schema'))
