package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Held while a server is started, stopped or adopted, so that processes do this one after the other. The operating
/// system lets it go when its process dies.
final class StartLock implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// A file lock belongs to the whole JVM and is lost when any thread closes the file, so the threads of one JVM must
    /// be kept apart first.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private StartLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until nobody else has it.
    ///
    /// @throws StoreException UNAVAILABLE after 60 s, naming the file
    static StartLock take(Path file) throws IOException, StoreException, InterruptedException {
        if (!THREADS.tryLock(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw busy(file);
        }
        try {
            return new StartLock(locked(file));
        } catch (IOException | StoreException | InterruptedException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException, StoreException, InterruptedException {
        FileChannel channel = OwnerOnly.open(file);
        try {
            for (Deadline deadline = Deadline.in(LIMIT); channel.tryLock() == null; deadline.pause()) {
                if (deadline.passed()) {
                    throw busy(file);
                }
            }
            return channel;
        } catch (IOException | StoreException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static StoreException busy(Path file) {
        return new StoreException(Kind.UNAVAILABLE, "Another process has been starting or stopping the database for "
                + LIMIT.toSeconds() + " s (it holds " + file + "): try again, or end that process.");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
