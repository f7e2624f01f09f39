-- Keeps every fold away until the session lets go.
SELECT pg_try_advisory_lock(hashtext('gravitas.telemetry.fold'))
