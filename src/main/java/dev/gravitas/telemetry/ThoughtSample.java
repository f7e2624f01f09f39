package dev.gravitas.telemetry;

import dev.gravitas.model.Definition;
import dev.gravitas.model.EventStatus;
import dev.gravitas.model.EventType;
import dev.gravitas.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One request to a model as it was measured: the one place that says how it becomes a `THOUGHT_LATENCY` row.
///
/// @param inferenceTimeSeconds what `definition` covers
/// @param ttftSeconds time to the first token, null where the source does not tell
/// @param source which measurement it comes from, null for an embedding program's own
/// @param failed whether the source calls the request failed
public record ThoughtSample(String model, double inferenceTimeSeconds, int tokensGenerated, int promptTokens,
        @Nullable Double ttftSeconds, Definition definition, @Nullable String source, boolean failed) {

    /// Inference time per generated token in ms; null where no token was generated.
    public @Nullable Double msPerToken() {
        return tokensGenerated > 0 ? inferenceTimeSeconds * 1000 / tokensGenerated : null;
    }

    /// The row to store.
    ///
    /// @throws RefusedException when a time is negative or not finite, a count negative, the model blank or its name
    ///   too long
    public TelemetryEvent at(Instant time) throws RefusedException {
        check();
        return new TelemetryEvent(EventType.THOUGHT_LATENCY, CleanText.of(model), msPerToken(), MetadataJson.of(this),
                status(), time);
    }

    /// All that [#at] finds wrong, but for a name that is too long.
    void check() throws RefusedException {
        requireModel(model);
        requireTime(inferenceTimeSeconds);
        if (ttftSeconds != null) {
            requireTime(ttftSeconds);
        }
        if (tokensGenerated < 0 || promptTokens < 0) {
            throw new RefusedException(Refusal.NEGATIVE_TOKENS);
        }
    }

    double inferenceTimeMs() {
        return inferenceTimeSeconds * 1000;
    }

    private String status() {
        if (failed) {
            return EventStatus.ERROR;
        }
        return tokensGenerated == 0 ? EventStatus.NO_TOKENS : EventStatus.SUCCESS;
    }

    static void requireModel(String model) throws RefusedException {
        if (model.isBlank()) {
            throw new RefusedException(Refusal.BLANK_MODEL);
        }
    }

    /// Also in milliseconds a time must be a number.
    static void requireTime(double seconds) throws RefusedException {
        if (!Double.isFinite(seconds * 1000)) {
            throw new RefusedException(Refusal.NOT_FINITE);
        }
        if (seconds < 0) {
            throw new RefusedException(Refusal.NEGATIVE_TIME);
        }
    }
}
