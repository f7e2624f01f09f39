package dev.gravitas.telemetry.spool;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Puts a record together that SQLite has spread over several pages: its first part in a leaf page, the rest in a chain
/// of overflow pages.
///
/// The arithmetic is at sqlite.org/fileformat2.html, "B-tree cell format", for a table whose only stored column is the
/// record.
final class Overflow {
    private static final int LINK_BYTES = 4;
    private static final int LARGEST_LOCAL = PageImages.PAGE_BYTES - 35;
    private static final int SMALLEST_LOCAL = (PageImages.PAGE_BYTES - 12) * 32 / 255 - 23;

    private Overflow() {
    }

    /// Where a page is looked up.
    interface Pages {
        byte[] page(int number) throws IOException;
    }

    /// The bytes that begin at this place of a leaf page; fewer than `length` where the chain is broken.
    static byte[] collect(byte[] leaf, int at, int length, Pages pages) throws IOException {
        int local = local(length);
        if (at + local + LINK_BYTES > leaf.length) {
            return new byte[0];
        }
        var out = ByteBuffer.allocate(length);
        out.put(leaf, at, local);
        int next = ByteBuffer.wrap(leaf).getInt(at + local);
        while (out.hasRemaining() && next > 0) {
            byte[] page = pages.page(next);
            if (page.length < PageImages.PAGE_BYTES) {
                return new byte[0];
            }
            out.put(page, LINK_BYTES, Math.min(out.remaining(), page.length - LINK_BYTES));
            next = ByteBuffer.wrap(page).getInt(0);
        }
        return out.hasRemaining() ? new byte[0] : out.array();
    }

    /// How much of a record of this length SQLite leaves in the leaf page.
    private static int local(int length) {
        int head = 2 + varintBytes(2L * length + 12);
        int payload = head + length;
        if (payload <= LARGEST_LOCAL) {
            return length;
        }
        int kept = SMALLEST_LOCAL + (payload - SMALLEST_LOCAL) % (PageImages.PAGE_BYTES - LINK_BYTES);
        return (kept <= LARGEST_LOCAL ? kept : SMALLEST_LOCAL) - head;
    }

    private static int varintBytes(long value) {
        int bytes = 1;
        for (long rest = value >>> 7; rest > 0; rest >>>= 7) {
            bytes++;
        }
        return bytes;
    }
}
