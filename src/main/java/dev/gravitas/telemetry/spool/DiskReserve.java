package dev.gravitas.telemetry.spool;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that only takes up room. Taking events out of a spool writes a little before it frees anything, so on a disk
/// without a free byte this file is given up first; it is made again when there is room.
final class DiskReserve {
    private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);
    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final int bytes;

    DiskReserve(Path file, int bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /// Makes the file if it is not there and the disk has twice its size to spare. Failing is no fault.
    void refill() {
        try {
            if (bytes == 0 || Files.exists(file) || free() < 2L * bytes) {
                return;
            }
            var partial = file.resolveSibling(file.getFileName() + ".part");
            write(partial);
            Files.move(partial, file);
        } catch (IOException e) {
            LOG.debug("No reserve on the disk now", e);
        }
    }

    private void write(Path partial) throws IOException {
        try (var channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int left = bytes; left > 0; left -= BLOCK) {
                channel.write(ByteBuffer.allocate(Math.min(left, BLOCK)));
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            throw e;
        }
    }

    /// @return whether there was a reserve to give up
    boolean release() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The reserve on the disk cannot be given up", e);
            return false;
        }
    }

    /// Bytes of the disk that this process may still fill; very many where the system does not say.
    long free() {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
