package dev.gravitas.telemetry;

import dev.gravitas.model.Definition;
import dev.gravitas.model.EventType;
import dev.gravitas.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Map;

/// Takes what callers measured, at the time of the call, or says why not.
record NewEvents(Clock clock) {
    /// Up to so many characters a name cannot make the JSON too large, however they are written in it.
    private static final int SHORT_NAME = 1_000;

    Draft any(String eventType, @Nullable String component, @Nullable Double value,
            @Nullable Map<String, ?> metadata, @Nullable String status) throws RefusedException {
        if (eventType.isBlank()) {
            throw new RefusedException(Refusal.BLANK_EVENT_TYPE);
        }
        if (value != null && !Double.isFinite(value)) {
            throw new RefusedException(Refusal.NOT_FINITE);
        }
        if (EventType.LOAD_LATENCY.equals(eventType) || EventType.THOUGHT_LATENCY.equals(eventType)) {
            requireLatency(component, value);
        }
        return new Draft.Ready(new TelemetryEvent(CleanText.of(eventType), clean(component), value,
                MetadataJson.of(metadata), clean(status), clock.instant()));
    }

    /// A failed load keeps the time until it had failed; its status keeps it out of every figure.
    Draft load(String model, double seconds, boolean success) throws RefusedException {
        ThoughtSample.requireModel(model);
        ThoughtSample.requireTime(seconds);
        return light(model, new Draft.Load(model, seconds, success, clock.instant()));
    }

    /// A caller who knows no more than the whole time measures end to end.
    Draft thought(String model, double seconds, int tokensGenerated, int promptTokens) throws RefusedException {
        var sample = new ThoughtSample(model, seconds, tokensGenerated, promptTokens, null, Definition.E2E, null,
                false);
        sample.check();
        return light(model, new Draft.Thought(sample, clock.instant()));
    }

    private static Draft light(String name, Draft draft) throws RefusedException {
        return name.length() <= SHORT_NAME ? draft : new Draft.Ready(draft.event());
    }

    private static void requireLatency(@Nullable String model, @Nullable Double value) throws RefusedException {
        if (model != null) {
            ThoughtSample.requireModel(model);
        }
        if (value != null && value < 0) {
            throw new RefusedException(Refusal.NEGATIVE_TIME);
        }
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : CleanText.of(text);
    }
}
