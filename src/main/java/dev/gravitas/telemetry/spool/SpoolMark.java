package dev.gravitas.telemetry.spool;

import java.nio.ByteBuffer;

/// How far a spool file has come: which events it must hold.
///
/// @param version of the file's format, a second time beside SQLite's own, so that a flipped bit is not taken for a newer
///   program
/// @param removed highest place whose event has left
/// @param last highest place that was ever given
/// @param count of events that are there; fewer than the places between, where some were lost
record SpoolMark(int version, long removed, long last, long count) {
    static SpoolMark start(int version) {
        return new SpoolMark(version, 0, 0, 0);
    }

    SpoolMark appended(int events) {
        return new SpoolMark(version, removed, last + events, count + events);
    }

    SpoolMark removedTo(long seq, long events) {
        return new SpoolMark(version, Math.max(removed, seq), last, count - events);
    }

    byte[] bytes() {
        return Sealed.seal(Sealed.MARK, ByteBuffer.allocate(Integer.BYTES + 3 * Long.BYTES)
                .putInt(version)
                .putLong(removed)
                .putLong(last)
                .putLong(count)
                .flip());
    }

    /// @param in a body whose checksum is right
    static SpoolMark read(ByteBuffer in) {
        return new SpoolMark(in.getInt(), in.getLong(), in.getLong(), in.getLong());
    }
}
