package dev.gravitas.e2e.torture;

import dev.gravitas.e2e.oracle.EventId;
import dev.gravitas.e2e.oracle.NumberedEvents;
import dev.gravitas.telemetry.TelemetryLogger;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// One thread of the [Producer]: logs in small bursts, some two hundred events a second, never more than a window ahead
/// of its acknowledgements.
final class ProducingThread {
    private static final int WINDOW = 256;
    private static final int BURST = 8;
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final int ANNOUNCED_AT_ONCE = 1_000;

    private final TelemetryLogger logger;
    private final Notebook notebook;
    private final int thread;
    private final long first;
    private final Semaphore unsettled = new Semaphore(WINDOW, true);
    private long next;
    private long announced;
    private boolean pausing;

    /// @param first the first number it uses
    ProducingThread(TelemetryLogger logger, Notebook notebook, EventId first) {
        this.logger = logger;
        this.notebook = notebook;
        this.thread = first.thread();
        this.first = first.number();
        this.next = first.number();
        this.announced = next - 1;
    }

    void start() {
        Thread.ofPlatform().daemon().name("producer-" + thread).start(this::produce);
    }

    private void produce() {
        while (true) {
            unsettled.acquireUninterruptibly(BURST);
            for (int i = 0; i < BURST; i++) {
                logNext();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void logNext() {
        if (next > announced) {
            announced += ANNOUNCED_AT_ONCE;
            notebook.announce(new EventId(thread, announced));
        }
        var id = new EventId(thread, next++);
        NumberedEvents.log(logger, id).whenComplete((durable, failure) -> {
            if (failure == null && durable) {
                notebook.acknowledged(id);
            }
            unsettled.release();
        });
    }

    /// Returns once it logs no more and every future is complete; at once if it pauses already.
    void pause() {
        if (!pausing) {
            unsettled.acquireUninterruptibly(WINDOW);
            pausing = true;
        }
    }

    /// How many events it has logged; to be asked while it pauses.
    long logged() {
        return next - first;
    }

    void goOn() {
        pausing = false;
        unsettled.release(WINDOW);
    }
}
