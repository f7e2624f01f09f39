package dev.gravitas.telemetry.spool;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// SQLite's write-ahead log, looked at without SQLite: that drops everything behind the first wrong bit and says nothing,
/// though what is there was synced and acknowledged.
///
/// The format is at sqlite.org/fileformat2.html#walformat.
///
/// @param sound false when something is broken that a crash alone does not break
/// @param frames page images, in the order in which they were written
/// @param torn the last frame of this log where that is broken: a crash in the middle of a write looks like this, and so
///   does a wrong bit in a frame that was whole
record WalFile(boolean sound, List<Frame> frames, @Nullable Frame torn) {
    private static final int HEAD_BYTES = 32;
    private static final int FRAME_HEAD_BYTES = 24;
    private static final int SALTS_AT = 16;
    private static final int FRAME_SALTS_AT = 8;
    private static final int MAGIC = 0x377f0682;

    /// @param offset of the page image in the file
    /// @param current false for what is left of an earlier, finished log
    /// @param commit whether a transaction ends with it
    record Frame(long offset, int page, boolean current, boolean commit) {}

    /// The frames that SQLite will go by: whole, and of transactions that were committed.
    List<Frame> committed() {
        var current = frames.stream().filter(Frame::current).takeWhile(frame -> !frame.equals(torn)).toList();
        int last = current.size();
        while (last > 0 && !current.get(last - 1).commit()) {
            last--;
        }
        return current.subList(0, last);
    }

    static WalFile read(Path path) throws IOException {
        if (!Files.exists(path) || Files.size(path) <= HEAD_BYTES) {
            return new WalFile(true, List.of(), null);
        }
        try (var channel = FileChannel.open(path)) {
            return new Reader(channel).read();
        }
    }

    private static final class Reader {
        private final FileChannel channel;
        private final ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        private final ByteBuffer frame = ByteBuffer.allocate(FRAME_HEAD_BYTES + PageImages.PAGE_BYTES);
        private final List<Frame> frames = new ArrayList<>();
        private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        private int sum1;
        private int sum2;

        Reader(FileChannel channel) {
            this.channel = channel;
        }

        WalFile read() throws IOException {
            fill(head, 0);
            boolean sound = headIsWhole();
            long salts = head.getLong(SALTS_AT);
            boolean chain = sound;
            @Nullable
            Frame torn = null;
            for (long at = HEAD_BYTES; at + frame.capacity() <= channel.size(); at += frame.capacity()) {
                fill(frame, at);
                var next = new Frame(at + FRAME_HEAD_BYTES, frame.getInt(0),
                        sameSalts(frame.getLong(FRAME_SALTS_AT), salts), frame.getInt(Integer.BYTES) != 0);
                frames.add(next);
                chain = chain && frame.getLong(FRAME_SALTS_AT) == salts && addsUp();
                // A frame of this log behind a broken one: it was written after that was whole.
                sound &= torn == null || !next.current();
                torn = torn == null && next.current() && !chain ? next : torn;
            }
            return new WalFile(sound, List.copyOf(frames), torn);
        }

        private boolean headIsWhole() {
            order = (head.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            sum(head, 0, FRAME_HEAD_BYTES);
            return (head.getInt(0) & ~1) == MAGIC && sum1 == head.getInt(24) && sum2 == head.getInt(28);
        }

        // One of the two changes by chance with every new log, so a frame that has one of them right is of this log.
        private static boolean sameSalts(long some, long others) {
            return (int) some == (int) others || some >>> Integer.SIZE == others >>> Integer.SIZE;
        }

        private boolean addsUp() {
            sum(frame, 0, FRAME_SALTS_AT);
            sum(frame, FRAME_HEAD_BYTES, PageImages.PAGE_BYTES);
            return sum1 == frame.getInt(16) && sum2 == frame.getInt(20);
        }

        private void sum(ByteBuffer bytes, int from, int length) {
            var words = bytes.duplicate().order(order);
            for (int i = from; i < from + length; i += 2 * Integer.BYTES) {
                sum1 += words.getInt(i) + sum2;
                sum2 += words.getInt(i + Integer.BYTES) + sum1;
            }
        }

        private void fill(ByteBuffer buffer, long at) throws IOException {
            buffer.clear();
            int read = 0;
            while (buffer.hasRemaining() && read >= 0) {
                read = channel.read(buffer, at + buffer.position());
            }
        }
    }
}
