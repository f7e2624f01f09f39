package dev.gravitas.app;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/// Closes what was opened, in reverse order. Each step has a name, a time limit and a log line; a step that fails or
/// hangs never stops the next. Thread-safe; closing twice is harmless, and a resource that comes after closing began is
/// closed at once.
public final class Lifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final ThreadFactory threads;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final ReentrantLock closer = new ReentrantLock();
    private boolean closing;

    private record Step(String name, Duration limit, AutoCloseable resource) {}

    public Lifecycle(ThreadFactory threads) {
        this.threads = threads;
    }

    /// Takes over the duty to close `resource`.
    public <T extends AutoCloseable> T add(String name, Duration limit, T resource) {
        var step = new Step(name, limit, resource);
        boolean late;
        synchronized (steps) {
            late = closing;
            if (!late) {
                steps.push(step);
            }
        }
        if (late) {
            close(step);
        }
        return resource;
    }

    /// A second caller waits until the first has closed everything.
    @Override
    public void close() {
        closer.lock();
        try {
            closeAll();
        } finally {
            closer.unlock();
        }
    }

    private void closeAll() {
        while (true) {
            Step step;
            synchronized (steps) {
                closing = true;
                step = steps.poll();
            }
            if (step == null) {
                return;
            }
            close(step);
        }
    }

    private void close(Step step) {
        var start = System.nanoTime();
        var work = new FutureTask<@Nullable Void>(() -> {
            step.resource.close();
            return null;
        });
        threads.newThread(work).start();
        try {
            work.get(step.limit.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("Closed {} in {} ms", step.name, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (TimeoutException e) {
            LOG.warn("Closing {} took longer than {} s; going on without it", step.name, step.limit.toSeconds());
        } catch (ExecutionException e) {
            LOG.error("Closing {} failed", step.name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while closing {}", step.name);
        }
    }
}
