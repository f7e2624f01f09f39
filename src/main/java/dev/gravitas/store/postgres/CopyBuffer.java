package dev.gravitas.store.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that are put in at one end, as PostgreSQL's binary formats have them, and taken out at the other.
final class CopyBuffer {
    private static final int NULL_LENGTH = -1;
    private static final int USUAL_SIZE = 1 << 17;

    /// Ready to be written to; what is in it lies from `taken` to its position.
    private ByteBuffer buffer = ByteBuffer.allocate(USUAL_SIZE);
    private int taken;

    int size() {
        return buffer.position() - taken;
    }

    void int2(int value) {
        room(Short.BYTES).putShort((short) value);
    }

    void int4(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void int8(long value) {
        room(Long.BYTES).putLong(value);
    }

    void bytes(byte[] bytes) {
        room(bytes.length).put(bytes);
    }

    /// A null.
    void nothing() {
        int4(NULL_LENGTH);
    }

    /// A text with its length.
    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int4(utf8.length);
        bytes(utf8);
    }

    /// A text with its length, and a number before it.
    void text(int version, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int4(utf8.length + 1);
        room(1).put((byte) version);
        bytes(utf8);
    }

    /// Takes out what there is, at most `length`.
    int take(byte[] into, int offset, int length) {
        int count = Math.min(length, size());
        System.arraycopy(buffer.array(), taken, into, offset, count);
        taken += count;
        return count;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            byte[] kept = Arrays.copyOfRange(buffer.array(), taken, buffer.position());
            int capacity = Math.max(USUAL_SIZE, 2 * (kept.length + bytes));
            buffer = ByteBuffer.allocate(capacity).put(kept);
            taken = 0;
        }
        return buffer;
    }
}
