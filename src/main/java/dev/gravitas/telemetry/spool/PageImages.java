package dev.gravitas.telemetry.spool;

import dev.gravitas.telemetry.spool.WalFile.Frame;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All page images of an SQLite file and its log as plain bytes, without trust in any structure.
final class PageImages implements AutoCloseable {
    static final int PAGE_BYTES = 4096;

    private final FileChannel main;
    private final @Nullable FileChannel log;
    private final List<Frame> frames;
    private final Map<Integer, Long> newest = new HashMap<>();

    PageImages(Path file, Path logFile) throws IOException {
        frames = WalFile.read(logFile).frames();
        main = FileChannel.open(file);
        log = frames.isEmpty() || !Files.exists(logFile) ? null : FileChannel.open(logFile);
        for (var frame : frames) {
            if (frame.current()) {
                newest.put(frame.page(), frame.offset());
            }
        }
    }

    /// Told of one page image after the other.
    interface Visitor<E extends Exception> {
        void see(byte[] page) throws IOException, E;
    }

    /// Shows every image, older ones first.
    <E extends Exception> void visit(Visitor<E> visitor) throws IOException, E {
        visitFrames(false, visitor);
        for (long at = 0; at < main.size(); at += PAGE_BYTES) {
            visitor.see(read(main, at));
        }
        visitFrames(true, visitor);
    }

    private <E extends Exception> void visitFrames(boolean current, Visitor<E> visitor) throws IOException, E {
        for (var frame : frames) {
            if (frame.current() == current) {
                visitor.see(of(frame));
            }
        }
    }

    /// One image of the log.
    byte[] of(Frame frame) throws IOException {
        return log == null ? new byte[0] : read(log, frame.offset());
    }

    /// The latest image of a page, counted from one; empty bytes where there is none.
    byte[] newest(int page) throws IOException {
        var offset = newest.get(page);
        return log != null && offset != null ? read(log, offset) : inMain(page);
    }

    /// The image of a page in the file itself.
    byte[] inMain(int page) throws IOException {
        return page < 1 ? new byte[0] : read(main, (page - 1L) * PAGE_BYTES);
    }

    private static byte[] read(FileChannel channel, long at) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.clamp(channel.size() - at, 0, PAGE_BYTES));
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, at + buffer.position());
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        main.close();
        if (log != null) {
            log.close();
        }
    }
}
