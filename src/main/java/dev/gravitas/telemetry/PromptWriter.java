package dev.gravitas.telemetry;

import dev.gravitas.store.EventBatch;
import dev.gravitas.store.EventWriter;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Comes back within a limit even where the database does not: the write itself runs on a thread of its own.
///
/// After the limit the write counts as in doubt. It goes on, and until it has ended every other write fails at once as
/// unavailable: a database that does not answer gets one question at a time. Thread-safe.
final class PromptWriter implements EventWriter, AutoCloseable {
    private final EventWriter writer;
    private final Duration limit;
    private final LinkedTransferQueue<Runnable> work = new LinkedTransferQueue<>();
    private final Thread thread;
    private @Nullable FutureTask<@Nullable Void> last;
    private volatile boolean closed;

    PromptWriter(EventWriter writer, Duration limit, ThreadFactory threads) {
        this.writer = writer;
        this.limit = limit;
        this.thread = threads.newThread(this::work);
        thread.start();
    }

    @Override
    public void write(List<EventBatch> batches) throws StoreException {
        write(batches, () -> {});
    }

    /// The same, and does something meanwhile on the caller's thread.
    void write(List<EventBatch> batches, Runnable meanwhile) throws StoreException {
        var write = begin(batches);
        meanwhile.run();
        boolean interrupted = false;
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    write.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            throw away("The database has not answered for " + limit.toMillis() + " ms.");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized FutureTask<@Nullable Void> begin(List<EventBatch> batches) throws StoreException {
        if (closed || last != null && !last.isDone()) {
            throw away("The database has not answered yet.");
        }
        var write = new FutureTask<@Nullable Void>(() -> {
            writer.write(batches);
            return null;
        });
        last = write;
        work.add(write);
        return write;
    }

    private void work() {
        while (!closed) {
            try {
                work.take().run();
            } catch (InterruptedException e) {
                // Nobody but close() may end this thread.
            }
        }
    }

    private static StoreException away(String message) {
        return new StoreException(Kind.UNAVAILABLE, message);
    }

    private static StoreException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case StoreException known -> known;
            case RuntimeException surprise -> throw surprise;
            case Error surprise -> throw surprise;
            case null, default -> throw new IllegalStateException(cause);
        };
    }

    /// Ends the thread, after the write that is under way.
    @Override
    public void close() {
        closed = true;
        work.add(() -> {});
    }

    /// Whether the thread ends within so long.
    boolean awaitEnd(Duration within) {
        return ThreadEnd.await(thread, within);
    }
}
