package dev.gravitas.telemetry;

import dev.gravitas.model.EventStatus;
import dev.gravitas.model.EventType;
import dev.gravitas.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What a caller measured, found good, before it is a row. Whoever stores it makes the row, so that writing its JSON costs
/// the caller nothing.
sealed interface Draft {
    /// What it takes in memory while it waits, at most: Java keeps Latin texts in half of that.
    long bytes();

    /// The row.
    ///
    /// @throws RefusedException only when a name is so long that the metadata become too large
    TelemetryEvent event() throws RefusedException;

    /// A row that is made already, because its caller may change what it is made of, or because only making it tells
    /// whether it is too large.
    record Ready(TelemetryEvent event) implements Draft {
        @Override
        public long bytes() {
            return textBytes(event.eventType()) + textBytes(event.component()) + textBytes(event.metadataJson())
                    + textBytes(event.status());
        }
    }

    /// A request.
    record Thought(ThoughtSample sample, Instant time) implements Draft {
        @Override
        public long bytes() {
            return textBytes(sample.model());
        }

        @Override
        public TelemetryEvent event() throws RefusedException {
            return sample.at(time);
        }
    }

    /// A load of a model.
    record Load(String model, double seconds, boolean success, Instant time) implements Draft {
        @Override
        public long bytes() {
            return textBytes(model);
        }

        @Override
        public TelemetryEvent event() throws RefusedException {
            return new TelemetryEvent(EventType.LOAD_LATENCY, CleanText.of(model), seconds,
                    MetadataJson.ofLoad(model, seconds * 1000), success ? EventStatus.SUCCESS : EventStatus.ERROR,
                    time);
        }
    }

    private static long textBytes(@Nullable String text) {
        return text == null ? 0 : 2L * text.length();
    }
}
