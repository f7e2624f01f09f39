package dev.gravitas.store.postgres;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.EmbeddedPostgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// Median times of the figures over 72,000 rows in 60 days, beside the specification's limits. Arguments: a folder for the
/// server, and how many rows to load if not 72,000. Run with the test class path.
public final class QueryBenchmark {
    private static final int ROWS = 72_000;
    private static final int BATCH = 1_000;
    private static final int RUNS = 50;

    private QueryBenchmark() {
    }

    @FunctionalInterface
    private interface Question {
        Object ask() throws StoreException;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("gravitas-bench");
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROWS;
        try (EmbeddedPostgres server = EmbeddedPostgres.open(folder, System.out::println);
                ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
                PostgresDatabase database = PostgresDatabase.open(new PostgresDatabase.Setup("embedded", server::login,
                        "bench", Clock.systemUTC(), scheduler, Executors.defaultThreadFactory()))) {
            if (database.queries().storedRows().total() == 0) {
                load(database, rows);
            }
            report(database);
        }
    }

    private static void load(PostgresDatabase database, int rows) throws StoreException {
        Random random = new Random(42);
        Instant now = Instant.now();
        Duration step = Duration.ofDays(60).dividedBy(rows + 1L);
        long start = System.nanoTime();
        for (int first = 0; first < rows; first += BATCH) {
            List<TelemetryEvent> events = new ArrayList<>();
            for (int i = first; i < Math.min(rows, first + BATCH); i++) {
                events.add(request(random, now.minus(step.multipliedBy(rows - i))));
            }
            database.writer().write(new EventBatch(UUID.randomUUID(), events));
        }
        System.out.printf(Locale.ROOT, "loaded %,d rows in %.1f s%n", rows, (System.nanoTime() - start) / 1e9);
    }

    private static TelemetryEvent request(Random random, Instant time) {
        String model = "model-" + Math.min(random.nextInt(13), random.nextInt(13));
        int tokens = 1 + (int) Math.exp(random.nextGaussian() + 5);
        double ms = tokens * Math.exp(random.nextGaussian() * 0.3 + 3);
        double perToken = ms / tokens;
        String metadata = """
                {"model": "%s", "inference_time_ms": %s, "tokens_generated": %d, "prompt_tokens": 512, \
                "total_tokens": %d, "latency_per_token_ms": %s, "definition": "e2e"}"""
                .formatted(model, ms, tokens, tokens + 512, perToken);
        return new TelemetryEvent("THOUGHT_LATENCY", model, perToken, metadata, "success", time);
    }

    private static void report(PostgresDatabase database) throws StoreException {
        var queries = database.queries();
        time("efficiency 24 h (limit 50 ms)",
                () -> queries.efficiency(EfficiencyQuery.of(TimeWindow.last(Duration.ofDays(1), Instant.now()))));
        time("efficiency 60 d",
                () -> queries.efficiency(EfficiencyQuery.of(TimeWindow.last(Duration.ofDays(60), Instant.now()))));
        time("60-day statistics (limit 200 ms)", queries::sixtyDays);
        time("footprint (limit 100 ms)", queries::footprint);
        time("stored rows", queries::storedRows);
        var table = queries.footprint().telemetry();
        System.out.printf(Locale.ROOT, "size %.1f MB, %.0f bytes per row with indexes%n", table.sizeBytes() / 1e6,
                (double) table.sizeBytes() / table.rows());
    }

    private static void time(String name, Question question) throws StoreException {
        double[] ms = new double[RUNS];
        for (int run = -5; run < RUNS; run++) {
            long start = System.nanoTime();
            question.ask();
            if (run >= 0) {
                ms[run] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(ms);
        System.out.printf(Locale.ROOT, "%-34s median %7.1f ms, worst %7.1f ms%n", name, ms[RUNS / 2], ms[RUNS - 1]);
    }
}
