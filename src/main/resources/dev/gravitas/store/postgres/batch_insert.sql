-- The ids that were not there before. Waits for another transaction with one of them that is still in doubt.
INSERT INTO telemetry_batch (batch_id) SELECT unnest(?::uuid[]) ON CONFLICT DO NOTHING RETURNING batch_id
