package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.DatabaseStatus.State;
import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class PostgresWriterIT {
    private static TestDatabase server;
    private static PostgresDatabase database;

    @BeforeAll
    static void open() throws StoreException {
        server = new TestDatabase();
        database = server.open();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void clear() {
        server.sql("TRUNCATE system_telemetry, telemetry_batch");
    }

    @Test
    void storesEveryColumnAsGiven() throws StoreException {
        Instant time = Instant.now().truncatedTo(ChronoUnit.MICROS);
        write(new TelemetryEvent("THOUGHT_LATENCY", "a\tb\nc\\d\re 'ü😀'", 0.1, "{\"k\": \"x\\ty\\\\n\"}", "success",
                time));

        assertThat(server.one("SELECT component FROM system_telemetry")).isEqualTo("a\tb\nc\\d\re 'ü😀'");
        assertThat(server.one("SELECT value FROM system_telemetry")).isEqualTo(0.1);
        assertThat(server.one("SELECT metadata->>'k' FROM system_telemetry")).isEqualTo("x\ty\\n");
        assertThat(server.one("SELECT status FROM system_telemetry")).isEqualTo("success");
        assertThat(server.one("SELECT host FROM system_telemetry")).isEqualTo(TestDatabase.HOST);
        assertThat(server.one("SELECT \"timestamp\" = '" + time + "' FROM system_telemetry")).isEqualTo(true);
    }

    @Test
    void keepsMissingFiguresMissing() throws StoreException {
        write(new TelemetryEvent("X", null, null, null, null, Instant.now()));

        assertThat(server.one("SELECT num_nulls(component, value, metadata, status) FROM system_telemetry"))
                .isEqualTo(4);
    }

    @Test
    void storesABatchOnceHoweverOftenItIsWritten() throws StoreException {
        EventBatch batch = new EventBatch(UUID.randomUUID(), List.of(event("m", null), event("m", null)));

        database.writer().write(batch);
        database.writer().write(batch);

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void storesABatchOnceWhenTwoThreadsWriteItAtTheSameTime() throws Exception {
        EventBatch batch = new EventBatch(UUID.randomUUID(), List.of(event("m", null)));
        Callable<Boolean> write = () -> {
            database.writer().write(batch);
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(write, write))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void storesSeveralBatchesInOrderAndLeavesTheKnownOnesAlone() throws StoreException {
        EventBatch first = new EventBatch(UUID.randomUUID(), List.of(event("a", null), event("b", null)));
        EventBatch second = new EventBatch(UUID.randomUUID(), List.of(event("c", null)));
        EventBatch third = new EventBatch(UUID.randomUUID(), List.of(event("d", null)));

        database.writer().write(second);
        database.writer().write(List.of(first, second, third));

        assertThat(server.one("SELECT string_agg(component, '' ORDER BY ctid) FROM system_telemetry"))
                .isEqualTo("cabd");
        assertThat(server.one("SELECT count(*) FROM telemetry_batch")).isEqualTo(3L);
    }

    @Test
    void storesNoneOfSeveralBatchesWhenOneHoldsARefusedRow() {
        TelemetryEvent bad = new TelemetryEvent("X", "m", Double.NaN, null, null, Instant.now());
        List<EventBatch> batches = List.of(new EventBatch(UUID.randomUUID(), List.of(event("m", null))),
                new EventBatch(UUID.randomUUID(), List.of(bad)));

        assertThatThrownBy(() -> database.writer().write(batches)).isInstanceOfSatisfying(StoreException.class,
                e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED_DATA));
        assertThat(count()).isZero();
        assertThat(server.one("SELECT count(*) FROM telemetry_batch")).isEqualTo(0L);
    }

    @Test
    void replacesWhatPostgresCannotHoldInsteadOfLosingTheBatch() throws StoreException {
        write(event("nul\0lone\ud800pair😀", "{\"a\\u0000\": \"\\ud800 \\\\u0000 \\ud83d\\ude00 \udc00\"}"));

        assertThat(server.one("SELECT component FROM system_telemetry")).isEqualTo("nul\u2400lone\ufffdpair😀");
        assertThat(server.one("SELECT metadata->>U&'a\\2400' FROM system_telemetry"))
                .isEqualTo("\ufffd \\u0000 😀 \ufffd");
    }

    @Test
    void storesNothingOfABatchWithARefusedRow() {
        TelemetryEvent bad = new TelemetryEvent("X", "m", Double.NaN, null, null, Instant.now());
        EventBatch batch = new EventBatch(UUID.randomUUID(), List.of(event("m", null), bad));

        assertThatThrownBy(() -> database.writer().write(batch)).isInstanceOfSatisfying(StoreException.class,
                e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED_DATA));
        assertThat(count()).isZero();
        assertThat(server.one("SELECT count(*) FROM telemetry_batch")).isEqualTo(0L);
    }

    @Test
    void keepsRefusedDataOutOfTheMessage() {
        TelemetryEvent bad = event("m", "{\"secret-model\": nonsense}");

        assertThatThrownBy(() -> write(bad)).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.getMessage()).doesNotContain("secret-model").doesNotContain("nonsense");
            assertThat(e.getCause()).isNull();
        });
    }

    @Test
    void commitsToDiskWhateverTheDatabaseDefaultSays() throws StoreException {
        server.sql("ALTER ROLE CURRENT_USER SET synchronous_commit = off");
        try (PostgresDatabase other = server.open()) {
            assertThat(other.status().state()).isEqualTo(State.READY);
            other.writer().write(new EventBatch(UUID.randomUUID(), List.of(event("m", null))));
        } finally {
            server.sql("ALTER ROLE CURRENT_USER RESET synchronous_commit");
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void givesADayOfAnImportItsPartition() throws StoreException {
        Instant past = Instant.now().minus(59, ChronoUnit.DAYS);
        write(new TelemetryEvent("X", "m", 1.0, null, null, past));

        String expected = "system_telemetry_" + past.toString().substring(0, 10).replace("-", "");
        assertThat(server.one("SELECT tableoid::regclass::text FROM system_telemetry")).isEqualTo(expected);
    }

    @Test
    void keepsRowsOfAWrongClockInTheDefaultPartition() throws StoreException {
        write(new TelemetryEvent("X", "m", 1.0, null, null, Instant.parse("1999-01-01T00:00:00Z")));

        assertThat(server.one("SELECT tableoid::regclass::text FROM system_telemetry"))
                .isEqualTo("system_telemetry_default");
    }

    private static TelemetryEvent event(String component, @Nullable String metadata) {
        return new TelemetryEvent("THOUGHT_LATENCY", component, 1.0, metadata, null, Instant.now());
    }

    private static void write(TelemetryEvent event) throws StoreException {
        database.writer().write(new EventBatch(UUID.randomUUID(), List.of(event)));
    }

    private static long count() {
        return server.count("SELECT count(*) FROM system_telemetry");
    }
}
