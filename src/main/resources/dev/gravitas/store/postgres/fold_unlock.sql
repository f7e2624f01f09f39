SELECT pg_advisory_unlock(hashtext('gravitas.telemetry.fold'))
