package dev.gravitas.telemetry.spool;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// Bytes that say where they begin and end, and by their checksum whether they are whole: `GRV`, kind, length, body,
/// CRC32C. So they can be found and trusted in a file whose structure is broken.
///
/// @param kind one of the letters below
record Sealed(byte kind, ByteBuffer body) {
    static final byte EVENT = 'E';
    static final byte SET_ASIDE = 'A';
    static final byte MARK = 'M';

    /// Larger than any event that a logger takes; more than this is no record of ours.
    static final int MAX_BYTES = 256 << 20;
    static final int HEAD_BYTES = 8;
    private static final int MAGIC = 'G' << 24 | 'R' << 16 | 'V' << 8;
    private static final int CRC_BYTES = 4;

    static byte[] seal(byte kind, ByteBuffer body) {
        int length = HEAD_BYTES + body.remaining() + CRC_BYTES;
        var out = ByteBuffer.allocate(length).putInt(MAGIC | kind).putInt(length).put(body);
        return out.putInt(crc(out.array(), 0, out.position())).array();
    }

    /// @return null when there are no such bytes at this place, or not whole
    static @Nullable Sealed open(byte[] bytes, int offset) {
        int length = length(bytes, offset);
        if (length < 0 || length > bytes.length - offset) {
            return null;
        }
        var in = ByteBuffer.wrap(bytes, offset, length);
        int end = offset + length - CRC_BYTES;
        if (in.getInt(end) != crc(bytes, offset, end - offset)) {
            return null;
        }
        return new Sealed(bytes[offset + 3],
                ByteBuffer.wrap(bytes, offset + HEAD_BYTES, length - HEAD_BYTES - CRC_BYTES).slice());
    }

    /// Told of every place where sealed bytes seem to begin.
    interface Finder<E extends Exception> {
        /// @param length that the bytes say they have
        /// @param sealed null when they are not whole here
        void found(int at, int length, @Nullable Sealed sealed) throws IOException, E;
    }

    /// Looks at every place of a page.
    static <E extends Exception> void search(byte[] page, Finder<E> finder) throws IOException, E {
        for (int at = 0; at < page.length - HEAD_BYTES; at++) {
            int length = page[at] == 'G' ? length(page, at) : -1;
            if (length > 0) {
                finder.found(at, length, open(page, at));
            }
        }
    }

    /// How long the bytes at this place say that they are, or -1 where nothing begins.
    static int length(byte[] bytes, int offset) {
        if (bytes.length - offset < HEAD_BYTES) {
            return -1;
        }
        var in = ByteBuffer.wrap(bytes, offset, HEAD_BYTES);
        boolean begins = (in.getInt() & ~0xff) == MAGIC;
        int length = in.getInt();
        return begins && length > HEAD_BYTES + CRC_BYTES && length <= MAX_BYTES ? length : -1;
    }

    private static int crc(byte[] bytes, int offset, int length) {
        var crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
