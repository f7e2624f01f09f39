package dev.gravitas.telemetry;

import dev.gravitas.store.EventBatch;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/// A batch in a spool.
///
/// @param firstSeq place of its first event; later events have higher ones
/// @param lastSeq place of its last event
public record SpooledBatch(EventBatch batch, long firstSeq, long lastSeq) {
    private static final int KEY_BYTES = 2 * Long.BYTES + 2 * Integer.BYTES;

    int size() {
        return batch.events().size();
    }

    /// The batch as two, under ids that follow from its own: splitting it again gives the same two.
    ///
    /// @throws IllegalArgumentException for a batch of one event
    public List<EventBatch> halves() {
        if (size() < 2) {
            throw new IllegalArgumentException("One event has no halves.");
        }
        return List.of(part(0, size() / 2), part(size() / 2, size()));
    }

    private EventBatch part(int from, int to) {
        var key = ByteBuffer.allocate(KEY_BYTES)
                .putLong(batch.id().getMostSignificantBits())
                .putLong(batch.id().getLeastSignificantBits())
                .putInt(from)
                .putInt(to);
        return new EventBatch(UUID.nameUUIDFromBytes(key.array()), batch.events().subList(from, to));
    }
}
