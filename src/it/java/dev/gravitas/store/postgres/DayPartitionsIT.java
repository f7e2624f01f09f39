package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

class DayPartitionsIT {
    private static TestDatabase server;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
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
        database = server.openToStay();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void makesTodayAndSevenDaysAhead() {
        assertThat(partitions()).isEqualTo(8);
        assertThat(server.one("SELECT to_regclass('" + name(today.plusDays(7)) + "') IS NOT NULL")).isEqualTo(true);
    }

    @Test
    void movesRowsOutOfTheDefaultPartitionWithAllTheirColumns() {
        LocalDate day = today.minusDays(59);
        server.sql("""
                INSERT INTO system_telemetry (event_type, component, value, metadata, status, "timestamp", host)
                SELECT 'THOUGHT_LATENCY', 'm', i, '{"tokens_generated": 2}', 'success', t, 'h'
                FROM generate_series(1, 3) i, (VALUES (timestamptz '%s 00:00Z'), ('%1$s 23:59:59.999999Z'),
                    ('%2$s 00:00Z')) AS times (t)""".formatted(day, day.plusDays(1)));
        Object before = server.one(CONTENT);

        assertThat(ensure(day)).isEqualTo(true);

        assertThat(server.count("SELECT count(*) FROM " + name(day))).isEqualTo(6);
        assertThat(server.count("SELECT count(*) FROM system_telemetry_default")).isEqualTo(3);
        assertThat(server.one(CONTENT)).isEqualTo(before);
    }

    @Test
    void leavesDaysOutsideTheKeptSpanInTheDefaultPartition() {
        assertThat(ensure(today.minusDays(63))).isEqualTo(false);
        assertThat(ensure(today.plusDays(9))).isEqualTo(false);
        assertThat(partitions()).isEqualTo(8);
    }

    @Test
    void letsSeveralMakersMakeTheSameDaysAtOnce() throws Exception {
        Callable<Boolean> maker = () -> {
            for (int back = 1; back <= 10; back++) {
                assertThat(ensure(today.minusDays(back))).isEqualTo(true);
            }
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, maker))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(partitions()).isEqualTo(18);
    }

    @Test
    void storesRowsInTheDefaultPartitionWhileAReaderKeepsItsDayFromBeingMade() throws Exception {
        var day = today.minusDays(3);
        try (Connection reader = server.connect()) {
            reader.setAutoCommit(false);
            execute(reader, "SELECT count(*) FROM system_telemetry");

            var event = new TelemetryEvent("X", "m", 1.0, null, null, day.atStartOfDay(ZoneOffset.UTC).toInstant());
            database.writer().write(new EventBatch(UUID.randomUUID(), List.of(event)));

            assertThat(server.count("SELECT count(*) FROM system_telemetry_default")).isEqualTo(1);
        }
        assertThat(ensure(day)).isEqualTo(true);
        assertThat(server.count("SELECT count(*) FROM " + name(day))).isEqualTo(1);
    }

    @Test
    void makesRowsWaitForOneDayAtMostHoweverManyCannotBeMade() throws Exception {
        var events = LongStream.rangeClosed(1, 12)
                .mapToObj(back -> today.minusDays(back).atStartOfDay(ZoneOffset.UTC).toInstant())
                .map(time -> new TelemetryEvent("X", "m", 1.0, null, null, time))
                .toList();
        try (Connection other = server.connect()) {
            other.setAutoCommit(false);
            execute(other, "INSERT INTO system_telemetry (event_type) VALUES ('X')");

            long started = System.nanoTime();
            database.writer().write(new EventBatch(UUID.randomUUID(), events));

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void makesADayLaterThatTheServersClockDidNotWantYet() throws Exception {
        var clock = new TestClock(Instant.now());
        try (var console = new KeepingConsole(server, clock)) {
            clock.advance(Duration.ofDays(1));
            console.partitions.makeAhead();
            assertThat(partitions()).isEqualTo(8);

            // What the server's next midnight does.
            server.sql("ALTER FUNCTION telemetry_ensure_day(date) RENAME TO telemetry_ensure_near_day");
            server.sql("""
                    CREATE FUNCTION telemetry_ensure_day(day date) RETURNS boolean LANGUAGE sql AS
                    'CREATE TABLE tomorrow PARTITION OF system_telemetry FOR VALUES FROM (''%s Z'') TO (''%s Z'');
                    SELECT true'""".formatted(today.plusDays(8), today.plusDays(9)));
            console.partitions.makeAhead();
        }
        assertThat(partitions()).isEqualTo(9);
    }

    private static final String CONTENT = """
            SELECT string_agg(row::text, '|' ORDER BY row::text) FROM (SELECT event_type, component, value, metadata,
            status, "timestamp", host FROM system_telemetry) AS row""";

    private Object ensure(LocalDate day) {
        return Objects.requireNonNull(server.one("SELECT telemetry_ensure_day('" + day + "')"));
    }

    private long partitions() {
        return server.count("SELECT count(*) FROM pg_partition_tree('system_telemetry') WHERE isleaf") - 1;
    }

    private static String name(LocalDate day) {
        return "system_telemetry_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
