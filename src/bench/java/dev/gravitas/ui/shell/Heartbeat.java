package dev.gravitas.ui.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// How long the FX thread lets others wait: a beat is handed to it each few milliseconds, and what it does while a beat waits is
/// looked at. Measures from its making until [#stop].
///
/// A thread that was busy for 100 ms kept every beat of that time waiting, so each that could not be sent counts with what it
/// would have waited: else one long stall would weigh as little as one short beat.
final class Heartbeat {
    private static final Duration EVERY = Duration.ofMillis(4);
    /// From here on it is a stall, and its stack is kept.
    private static final Duration STALL = Duration.ofMillis(16);

    private final Thread thread = Thread.ofPlatform().daemon().name("bench-heartbeat").unstarted(this::beat);
    private final List<Long> nanos = new ArrayList<>();
    private final List<Stall> stalls = new ArrayList<>();
    private final Thread fx;
    private volatile boolean stopped;

    private Heartbeat(Thread fx) {
        this.fx = fx;
    }

    /// Of the running toolkit.
    static Heartbeat start() {
        var toolkit = new CompletableFuture<Thread>();
        Platform.runLater(() -> toolkit.complete(Thread.currentThread()));
        var heartbeat = new Heartbeat(toolkit.join());
        heartbeat.thread.start();
        return heartbeat;
    }

    Waits stop() throws InterruptedException {
        stopped = true;
        thread.join();
        return Waits.of(nanos, stalls);
    }

    private void beat() {
        try {
            while (!stopped) {
                once();
                TimeUnit.NANOSECONDS.sleep(EVERY.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        var answered = new CountDownLatch(1);
        var seen = new ArrayList<StackTraceElement[]>();
        long sent = System.nanoTime();
        Platform.runLater(answered::countDown);
        while (!answered.await(EVERY.toNanos(), TimeUnit.NANOSECONDS)) {
            seen.add(fx.getStackTrace());
        }
        long waited = System.nanoTime() - sent;
        for (long rest = waited; rest > 0; rest -= EVERY.toNanos()) {
            nanos.add(rest);
        }
        if (waited > STALL.toNanos()) {
            stalls.add(Stall.of(waited, seen));
        }
    }
}
