package dev.gravitas.telemetry.spool;

import dev.gravitas.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// One event in the spool.
///
/// @param seq its place: higher than that of every event that came before
record SpoolRecord(long seq, UUID batch, TelemetryEvent event) {
    private static final int FIXED_BYTES = 3 * Long.BYTES + Long.BYTES + Integer.BYTES + 1 + Double.BYTES;
    private static final int TEXTS = 4;

    byte[] bytes() {
        return bytes(Sealed.EVENT);
    }

    byte[] bytes(byte kind) {
        byte[][] texts = {utf8(event.eventType()), utf8(event.component()), utf8(event.metadataJson()),
                utf8(event.status())};
        int size = FIXED_BYTES;
        for (byte[] text : texts) {
            size += Integer.BYTES + (text == null ? 0 : text.length);
        }
        var out = ByteBuffer.allocate(size)
                .putLong(seq)
                .putLong(batch.getMostSignificantBits())
                .putLong(batch.getLeastSignificantBits())
                .putLong(event.timestamp().getEpochSecond())
                .putInt(event.timestamp().getNano());
        var value = event.value();
        out.put((byte) (value == null ? 0 : 1)).putDouble(value == null ? 0 : value);
        for (byte[] text : texts) {
            put(out, text);
        }
        return Sealed.seal(kind, out.flip());
    }

    /// @return null when these bytes hold no event of this kind, or not a whole one
    static @Nullable SpoolRecord read(byte kind, byte[] bytes) {
        var sealed = Sealed.open(bytes, 0);
        return sealed == null || sealed.kind() != kind ? null : read(sealed.body());
    }

    /// @param in a body whose checksum is right
    static SpoolRecord read(ByteBuffer in) {
        long seq = in.getLong();
        var batch = new UUID(in.getLong(), in.getLong());
        var time = Instant.ofEpochSecond(in.getLong(), in.getInt());
        boolean hasValue = in.get() != 0;
        double value = in.getDouble();
        var texts = new @Nullable String[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            texts[i] = text(in);
        }
        var type = texts[0] == null ? "" : texts[0];
        return new SpoolRecord(seq, batch,
                new TelemetryEvent(type, texts[1], hasValue ? value : null, texts[2], texts[3], time));
    }

    SpoolRecord in(UUID otherBatch) {
        return new SpoolRecord(seq, otherBatch, event);
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ByteBuffer out, byte @Nullable [] text) {
        if (text == null) {
            out.putInt(-1);
        } else {
            out.putInt(text.length).put(text);
        }
    }

    private static @Nullable String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0) {
            return null;
        }
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
