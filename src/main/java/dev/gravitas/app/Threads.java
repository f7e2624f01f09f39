package dev.gravitas.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/// The only place that makes threads: named daemons whose surprises are logged. Executors are closed by the lifecycle that
/// they are made for.
final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private Threads() {
    }

    /// Platform daemon threads `gravitas-<name>-<n>`.
    static ThreadFactory named(String name) {
        return Thread.ofPlatform()
                .daemon()
                .name("gravitas-" + name + "-", 0)
                .uncaughtExceptionHandler(
                        (thread, failure) -> LOG.error("{} ended by a surprise", thread.getName(), failure))
                .factory();
    }

    /// A few threads for queries and user-started work.
    static ExecutorService workers(String name, int threads, Lifecycle lifecycle) {
        var executor = Executors.newFixedThreadPool(threads, named(name));
        lifecycle.add(name + " threads", CLOSE_LIMIT, executor::shutdownNow);
        return executor;
    }

    /// One thread for periodic duties.
    static ScheduledExecutorService timer(String name, Lifecycle lifecycle) {
        var executor = Executors.newSingleThreadScheduledExecutor(named(name));
        lifecycle.add(name + " timer", CLOSE_LIMIT, executor::shutdownNow);
        return executor;
    }

    /// Some threads for periodic duties that must not hold up each other.
    static ScheduledExecutorService timers(String name, int threads, Lifecycle lifecycle) {
        var executor = Executors.newScheduledThreadPool(threads, named(name));
        lifecycle.add(name + " timers", CLOSE_LIMIT, executor::shutdownNow);
        return executor;
    }

    /// A thread for each task, for tasks that mostly wait.
    static ExecutorService perTask(String name, Lifecycle lifecycle) {
        var executor = Executors
                .newThreadPerTaskExecutor(Thread.ofVirtual().name("gravitas-" + name + "-", 0).factory());
        lifecycle.add(name + " tasks", CLOSE_LIMIT, executor::shutdownNow);
        return executor;
    }

    /// Does nothing for a while, for a command whose only work is to look now and then.
    ///
    /// @return false when the thread was told to end meanwhile
    static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
