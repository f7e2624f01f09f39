-- Notes the time that a console sees. An earlier one than noted is believed where the server's own clock is not later
-- either. Else it is that console's clock that went back.
INSERT INTO telemetry_upkeep (task, done_at, detail) VALUES (?, ?, ?)
ON CONFLICT (task) DO UPDATE SET detail = excluded.detail,
    done_at = greatest(excluded.done_at, least(telemetry_upkeep.done_at, now()))
