package dev.gravitas.e2e.oracle;

import dev.gravitas.model.EventStatus;
import dev.gravitas.model.EventType;
import dev.gravitas.telemetry.TelemetryLogger;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/// Events whose rows tell which of them they are. Everything in a row follows from its number.
public final class NumberedEvents {
    private static final int LOAD_EVERY = 8;

    private NumberedEvents() {
    }

    /// Logs the event. Every eighth is a load, so that not only requests are summed.
    public static CompletionStage<Boolean> log(TelemetryLogger logger, EventId id) {
        var model = "model-" + id.number() % 3;
        var ms = 500 + id.number() % 977 * 1.25;
        var tokens = 1 + id.number() % 97;
        return id.number() % LOAD_EVERY == 0
                ? logger.log(EventType.LOAD_LATENCY, model, ms / 1000,
                        Map.of("producer", id.thread(), "number", id.number()), EventStatus.SUCCESS)
                : logger.log(EventType.THOUGHT_LATENCY, model, ms / tokens,
                        Map.of("producer", id.thread(), "number", id.number(), "inference_time_ms", ms,
                                "tokens_generated", tokens, "definition", "e2e"),
                        EventStatus.SUCCESS);
    }
}
