package dev.gravitas.e2e;

import dev.gravitas.app.TelemetrySession;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A program that logs from many threads, says how many events were acknowledged, and waits to be killed.
final class AcknowledgedEvents {
    private static final int THREADS = 16;

    private AcknowledgedEvents() {
    }

    public static void main(String[] args) throws Exception {
        var events = Integer.parseInt(args[1]);
        var session = TelemetrySession.open(Path.of(args[0]));
        var acknowledgements = new ArrayList<CompletableFuture<Boolean>>();
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < events; i++) {
                var number = i;
                acknowledgements.add(CompletableFuture.supplyAsync(() -> session.logger()
                        .logThoughtLatency("model-" + number % 7, 1 + number, 100, 10)
                        .toCompletableFuture()
                        .join(), pool));
            }
        }
        System.out.println("acknowledged " + acknowledgements.stream().filter(CompletableFuture::join).count());
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
