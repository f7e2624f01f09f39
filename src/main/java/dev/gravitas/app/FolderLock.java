package dev.gravitas.app;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// An exclusive lock on a file of the data folder that says who holds it. The operating system lets go of it when its
/// process ends, however it ends, so a lock is never stale. One process asks for one lock once: closing a second channel
/// on the same file would let go of the first one's lock.
final class FolderLock implements AutoCloseable {
    // Windows refuses to read a locked region, so the lock lies beyond the text.
    private static final long LOCKED_BYTE = 1L << 32;
    private static final int LOOKS = 10;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the lock, or returns empty when another process or another part of this one has it. Waits a moment for those
    /// who only look.
    static Optional<FolderLock> tryTake(Path file, Holder holder) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.text().getBytes(StandardCharsets.UTF_8)), 0);
        return Optional.of(new FolderLock(channel, lock));
    }

    /// Who holds the lock; empty when nobody does, whatever the file says. For processes that do not hold it themselves.
    static Optional<Holder> holder(Path file) throws IOException {
        for (int look = 1; isHeld(file); look++) {
            var holder = Holder.read(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (holder.isPresent()) {
                return holder;
            }
            if (look == LOOKS) {
                return Optional.of(Holder.UNKNOWN);
            }
            // It was taken this very moment, and its name is being written.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return Optional.empty();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            var lock = channel.tryLock(LOCKED_BYTE, 1, false);
            for (int look = 1; lock == null && look < LOOKS; look++) {
                LockSupport.parkNanos(PAUSE.toNanos());
                lock = channel.tryLock(LOCKED_BYTE, 1, false);
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    // Only the operating system knows: a name may be left of a process that died, and its number may be another's by now.
    private static boolean isHeld(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var free = channel.tryLock(LOCKED_BYTE, 1, true)) {
            return free == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        lock.release();
        channel.close();
    }
}
