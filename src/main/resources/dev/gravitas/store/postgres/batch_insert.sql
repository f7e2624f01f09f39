-- Waits for another transaction with the same id that is still in doubt.
INSERT INTO telemetry_batch (batch_id) VALUES (?) ON CONFLICT DO NOTHING
