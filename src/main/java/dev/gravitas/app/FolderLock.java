package dev.gravitas.app;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// An exclusive lock on a file of the data folder that says who holds it. The operating system lets go of it when its
/// process ends, however it ends, so a lock is never stale. One process asks for one lock once: closing a second channel
/// on the same file would let go of the first one's lock.
final class FolderLock implements AutoCloseable {
    // Windows refuses to read a locked region, so the lock lies beyond the text.
    private static final long LOCKED_BYTE = 1L << 32;

    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the lock, or returns empty at once when another process or another part of this one has it.
    static Optional<FolderLock> tryTake(Path file, Holder holder) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((holder.kind().name() + " " + holder.pid()).getBytes(StandardCharsets.UTF_8)), 0);
        return Optional.of(new FolderLock(channel, lock));
    }

    /// Who wrote its name into the lock's file and still lives; empty when nobody does. Reads only: trying the lock could
    /// turn away a console that starts at this moment.
    static Optional<Holder> holder(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var words = Files.readString(file).split(" ");
        if (words.length != 2) {
            return Optional.empty();
        }
        var holder = new Holder(Holder.Kind.valueOf(words[0]), Long.parseLong(words[1]));
        return ProcessHandle.of(holder.pid()).filter(ProcessHandle::isAlive).map(process -> holder);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        lock.release();
        channel.close();
    }
}
