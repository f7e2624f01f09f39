INSERT INTO telemetry_import (content_sha256, started_at, spread_days) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
