package dev.gravitas.bench;

import dev.gravitas.telemetry.TelemetryLogger;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/// One thing that happens, told to the logger as a program would tell it.
sealed interface WorkloadEvent {
    CompletionStage<Boolean> logTo(TelemetryLogger logger);

    /// A request.
    record Thought(String model, double seconds, int tokens, int promptTokens) implements WorkloadEvent {
        @Override
        public CompletionStage<Boolean> logTo(TelemetryLogger logger) {
            return logger.logThoughtLatency(model, seconds, tokens, promptTokens);
        }
    }

    /// A load of a model.
    record Load(String model, double seconds, boolean success) implements WorkloadEvent {
        @Override
        public CompletionStage<Boolean> logTo(TelemetryLogger logger) {
            return logger.logLoadLatency(model, seconds, success);
        }
    }

    /// A reading of the video memory, or its running out.
    record Vram(String type, String gpu, double value, Map<String, Object> metadata) implements WorkloadEvent {
        @Override
        public CompletionStage<Boolean> logTo(TelemetryLogger logger) {
            return logger.log(type, gpu, value, metadata, "success");
        }
    }
}
