package dev.gravitas.telemetry;

import dev.gravitas.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/// An accepted event on its way to a safe place. Whether it is settled is guarded by the lock of [PendingEvents].
final class PendingEvent {
    private static final int OBJECT_BYTES = 256;

    final TelemetryEvent event;
    final CompletableFuture<Boolean> acknowledgement = new CompletableFuture<>();
    final long deadlineNanos;
    final long bytes;
    boolean settled;
    /// Why it was given up; null for one that was not, or that turned out to be safe after all.
    @Nullable
    Drop dropped;

    PendingEvent(TelemetryEvent event, long deadlineNanos) {
        this.event = event;
        this.deadlineNanos = deadlineNanos;
        this.bytes = OBJECT_BYTES + bytes(event.eventType()) + bytes(event.component()) + bytes(event.metadataJson())
                + bytes(event.status());
    }

    /// At most: Java keeps Latin texts in half of that.
    private static long bytes(@Nullable String text) {
        return text == null ? 0 : 2L * text.length();
    }
}
