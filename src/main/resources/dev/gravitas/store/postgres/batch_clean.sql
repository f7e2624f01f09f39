DELETE FROM telemetry_batch WHERE committed_at < now() - interval '7 days'
