package dev.gravitas.store.postgres;

import java.time.LocalDate;

/// A day of ordinary rows by another program: requests with all their parts, loads and VRAM.
final class SampleDay {
    static final int ROWS = 280 + 20 + 40;

    private SampleDay() {
    }

    static void fill(TestDatabase server, LocalDate day) {
        server.sql("""
                INSERT INTO system_telemetry (event_type, component, value, metadata, status, "timestamp")
                SELECT 'THOUGHT_LATENCY', 'm' || i % 3, i, jsonb_build_object('tokens_generated', 1 + i % 50,
                    'inference_time_ms', exp(i %% 17), 'ttft_ms', 1 + i %% 90, 'prefill_ms', i, 'prompt_tokens', 9,
                    'decode_ms', 2 * i, 'definition', CASE WHEN i %% 4 = 0 THEN 'e2e' ELSE 'inference' END),
                    CASE WHEN i %% 40 = 0 THEN 'error' ELSE 'success' END, t.day + i * interval '5 minutes'
                FROM (SELECT timestamptz '%s 00:00Z' AS day) AS t, generate_series(1, 280) AS i
                UNION ALL
                SELECT 'LOAD_LATENCY', 'm' || i %% 3, i, NULL, NULL, t.day + i * interval '1 hour'
                FROM (SELECT timestamptz '%1$s 00:00Z' AS day) AS t, generate_series(1, 20) AS i
                UNION ALL
                SELECT 'VRAM_CHECK', 'gpu-0', 1000 + i, jsonb_build_object('used', 9000 - i, 'min_free', 900 + i), NULL,
                    t.day + i * interval '30 minutes'
                FROM (SELECT timestamptz '%1$s 00:00Z' AS day) AS t, generate_series(1, 40) AS i
                """.replace("i % ", "i %% ").formatted(day));
    }
}
