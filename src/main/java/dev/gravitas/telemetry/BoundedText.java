package dev.gravitas.telemetry;

import java.io.IOException;
import java.io.Writer;

/// Collects text up to a number of UTF-8 bytes and refuses to grow beyond, so that an endless value costs no memory.
final class BoundedText extends Writer {
    private final StringBuilder text = new StringBuilder(256);
    private final int maxBytes;
    private int bytes;

    BoundedText(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            bytes += utf8Bytes(chars[i]);
            if (bytes > maxBytes) {
                throw new FullException();
            }
        }
        text.append(chars, offset, length);
    }

    /// The two halves of a pair make four bytes together.
    private static int utf8Bytes(char c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /// More text than fits.
    static final class FullException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
