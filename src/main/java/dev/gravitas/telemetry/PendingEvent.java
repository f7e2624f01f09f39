package dev.gravitas.telemetry;

import dev.gravitas.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/// An accepted event on its way to a safe place. Whether it is settled is guarded by the lock of [PendingEvents].
final class PendingEvent {
    private static final int OBJECT_BYTES = 256;

    final CompletableFuture<Boolean> acknowledgement = new CompletableFuture<>();
    final long deadlineNanos;
    final long bytes;
    boolean settled;
    /// Why it was given up; null for one that was not, or that turned out to be safe after all.
    @Nullable
    Drop dropped;
    private Draft draft;

    PendingEvent(Draft draft, long deadlineNanos) {
        this.draft = draft;
        this.deadlineNanos = deadlineNanos;
        this.bytes = OBJECT_BYTES + draft.bytes();
    }

    /// The row, made once. For the writer's thread.
    TelemetryEvent event() {
        try {
            var event = draft.event();
            draft = new Draft.Ready(event);
            return event;
        } catch (RefusedException e) {
            throw new IllegalStateException("It was accepted, so it cannot be wrong: " + draft, e);
        }
    }
}
