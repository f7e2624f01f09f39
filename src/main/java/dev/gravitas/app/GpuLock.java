package dev.gravitas.app;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Tells other processes that this one may have a session with the GPUs' driver: it shares the lock meanwhile. The operating
/// system lets go of it when the process ends, however it ends. Thread-safe.
final class GpuLock {
    private final Path file;
    private @Nullable FileChannel shared;

    GpuLock(Path file) {
        this.file = file;
    }

    synchronized boolean isShared() {
        return shared != null;
    }

    /// @return false while another process looks whether anybody shares it
    synchronized boolean share() throws IOException {
        if (shared != null) {
            return true;
        }
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (tryLock(channel, true) == null) {
            channel.close();
            return false;
        }
        shared = channel;
        return true;
    }

    synchronized void letGo() throws IOException {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    /// Whether no process shares it. For processes that do not share it themselves.
    boolean isFree() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = tryLock(channel, false)) {
            return lock != null;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, 1, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
