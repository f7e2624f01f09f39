package dev.gravitas.e2e.torture;

import dev.gravitas.app.TelemetrySession;
import dev.gravitas.e2e.oracle.EventId;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.telemetry.TelemetryLogger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// A program that embeds the sensor and logs from several threads until it is killed, or told to end by the end of its
/// input. It notes what it was told in its [Notebook].
///
/// Arguments: data folder, notebook, run. Says `recording` once it logs. On `quiet` it stops logging, waits until
/// everything is settled and its spool is empty, and says `quiet` with its counters; on `go` it goes on.
final class Producer {
    static final int THREADS = 4;

    private final TelemetryLogger logger;
    private final Notebook notebook;
    private final SpoolWatch spool;
    private final List<ProducingThread> threads;
    private long takenOverBefore;

    private Producer(TelemetryLogger logger, Notebook notebook, long run) {
        this.logger = logger;
        this.notebook = notebook;
        this.spool = new SpoolWatch(logger);
        this.threads = IntStream.range(0, THREADS)
                .mapToObj(number -> new ProducingThread(logger, notebook, new EventId(number,
                        run * EventId.NUMBERS_PER_RUN)))
                .toList();
    }

    public static void main(String[] args) throws Exception {
        try (var session = TelemetrySession.open(Path.of(args[0]))) {
            new Producer(session.logger(), new Notebook(Path.of(args[1])), Long.parseLong(args[2])).run();
        }
    }

    private void run() throws IOException {
        threads.forEach(ProducingThread::start);
        say("recording");
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            switch (order) {
                case "quiet" -> beQuiet();
                case "go" -> threads.forEach(ProducingThread::goOn);
                default -> throw new IllegalArgumentException(order);
            }
        }
        threads.forEach(ProducingThread::pause);
    }

    private void beQuiet() {
        threads.forEach(ProducingThread::pause);
        notebook.sync();
        var counters = logger.counters();
        while (counters.pending() > 0 || counters.spooled() > 0) {
            LockSupport.parkNanos(10_000_000);
            counters = logger.counters();
        }
        say("quiet " + words(counters));
    }

    private String words(LoggerCounters counters) {
        // What it has not logged itself it has found in the spools of those before it.
        var takenOver = counters.accepted() - threads.stream().mapToLong(ProducingThread::logged).sum();
        var words = counters.accepted() + " " + counters.stored() + " " + counters.droppedEvents() + " " + spool.most()
                + " " + (takenOver - takenOverBefore);
        takenOverBefore = takenOver;
        return words;
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
