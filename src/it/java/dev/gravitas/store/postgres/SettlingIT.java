package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import java.io.StringReader;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SettlingIT {
    private static final String SIZE = "SELECT sum(pg_relation_size(relid))::bigint FROM pg_partition_tree('system_telemetry')";

    private static TestDatabase server;
    private PostgresDatabase database;

    @BeforeAll
    static void start() throws StoreException {
        server = new TestDatabase();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws StoreException {
        server.empty();
        database = server.open();
    }

    @Test
    void takesLittleRoomForFewRowsOfManyDays() throws StoreException {
        writeOverSixtyDays(3_000);

        // 50 rows a day are two pages of 8 KiB.
        assertThat(server.count(SIZE)).isLessThan(60 * 4 * 8192);
    }

    @Test
    void givesBackTheRoomThatAnotherProgramTookForDaysThatAreOver() throws Exception {
        writeOverSixtyDays(60);
        copyInOneGo(3_000);
        long before = server.count(SIZE);

        assertThat(database.retention().settle()).isBetween(58, 60);
        assertThat(server.count(SIZE)).isLessThan(before / 4);
        assertThat(database.retention().settle()).isZero();
        assertThat(database.queries().storedRows().total()).isEqualTo(3_060);
    }

    private static void copyInOneGo(int rows) throws Exception {
        String text = IntStream.range(0, rows)
                .mapToObj(i -> "X".repeat(250) + "\t"
                        + Instant.now().minus(Duration.ofHours(59 * 24L * (rows - i) / rows)) + "\n")
                .collect(Collectors.joining());
        try (Connection connection = server.connect()) {
            connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY system_telemetry (event_type, \"timestamp\") FROM STDIN", new StringReader(text));
        }
    }

    private void writeOverSixtyDays(int rows) throws StoreException {
        Duration step = Duration.ofDays(59).dividedBy(rows);
        Instant start = Instant.now().minus(Duration.ofDays(59));
        for (int first = 0; first < rows; first += 1_000) {
            List<TelemetryEvent> events = IntStream.range(first, Math.min(rows, first + 1_000))
                    .mapToObj(i -> event(start.plus(step.multipliedBy(i))))
                    .toList();
            database.writer().write(List.of(new EventBatch(UUID.randomUUID(), events)));
        }
    }

    private static TelemetryEvent event(Instant time) {
        return new TelemetryEvent("THOUGHT_LATENCY", "m", 12.5, "{\"tokens_generated\": 10, \"definition\": \"e2e\"}",
                "success", time);
    }
}
