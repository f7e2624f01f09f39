package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// The regular duties under clocks that jump. Rows are of the server's days; only consoles' clocks move.
class UpkeepIT {
    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final String HELD = "Nothing is pruned";

    private static TestDatabase server;

    private final TestClock clock = new TestClock(NOW);
    private KeepingConsole console;

    @BeforeAll
    static void open() throws StoreException {
        server = new TestDatabase();
        server.open();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void fill() throws StoreException {
        server.sql("TRUNCATE system_telemetry, telemetry_upkeep");
        console = new KeepingConsole(server, clock);
        console.upkeep.run();
        SampleDay.fill(server, TODAY.minusDays(62));
        SampleDay.fill(server, TODAY.minusDays(1));
    }

    @AfterEach
    void end() {
        console.close();
    }

    @Test
    void prunesWhatIsOlderThanSixtyDaysAndSaysSo() throws StoreException {
        console.upkeep.run();

        assertThat(rows()).isEqualTo(SampleDay.ROWS);
        assertThat(console.noted(UpkeepRecord.PRUNE))
                .isEqualTo("Older than 60 days and dropped: 1 days, " + SampleDay.ROWS + " rows.");
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 30, 3652})
    void prunesNothingByAClockThatIsDaysAheadAndResumesByItself(long days) throws StoreException {
        clock.advance(Duration.ofDays(days));
        console.upkeep.run();
        console.upkeep.run();

        assertThat(rows()).isEqualTo(2 * SampleDay.ROWS);
        assertThat(console.noted(UpkeepRecord.PRUNE)).contains(HELD, "confirm-clock", clock.instant().toString());
        assertThat(console.retention.isClockTrusted()).isFalse();

        clock.set(NOW.plusSeconds(60));
        console.upkeep.run();

        assertThat(rows()).isEqualTo(SampleDay.ROWS);
        assertThat(console.noted(UpkeepRecord.PRUNE)).doesNotContain(HELD);
    }

    @Test
    void prunesByAClockThatTheOperatorConfirmed() throws StoreException {
        clock.advance(Duration.ofDays(3652));
        console.upkeep.run();
        assertThat(rows()).isEqualTo(2 * SampleDay.ROWS);

        console.retention.confirmClock();
        console.upkeep.run();

        assertThat(rows()).isZero();
    }

    @Test
    void isWatchfulAgainAfterAConfirmationThatWasWrong() throws StoreException {
        clock.advance(Duration.ofDays(3652));
        console.retention.confirmClock();
        clock.set(NOW.plusSeconds(60));
        console.upkeep.run();

        clock.advance(Duration.ofDays(100));
        console.upkeep.run();

        assertThat(rows()).isEqualTo(SampleDay.ROWS);
        assertThat(console.noted(UpkeepRecord.PRUNE)).contains(HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1H", "P1D", "P3652D"})
    void losesNothingByAClockThatGoesBackAndResumesByItself(Duration back) throws StoreException {
        clock.advance(back.negated());
        server.sql("DELETE FROM system_telemetry WHERE \"timestamp\" < '" + TODAY.minusDays(30) + "'");
        SampleDay.fill(server, TODAY.minusDays(59));
        console.upkeep.run();
        assertThat(rows()).isEqualTo(2 * SampleDay.ROWS);

        clock.set(NOW.plus(Duration.ofDays(2)));
        console.upkeep.run();

        assertThat(console.noted(UpkeepRecord.PRUNE)).doesNotContain(HELD);
        assertThat(rows()).isEqualTo(SampleDay.ROWS);
    }

    @Test
    void goesOnWhenAnotherWorkstationsClockIsYearsBehind() throws StoreException {
        try (var other = new KeepingConsole(server, new TestClock(NOW.minus(Duration.ofDays(3652))))) {
            other.upkeep.run();
        }
        console.upkeep.run();

        assertThat(rows()).isEqualTo(SampleDay.ROWS);
    }

    @Test
    void takesAWorkstationOnThatWasOffForTheWeekend() throws StoreException {
        clock.advance(Duration.ofHours(71));
        console.upkeep.run();

        assertThat(console.noted(UpkeepRecord.PRUNE)).doesNotContain(HELD);
    }

    @Test
    void letsTwoConsolesDoTheirDutiesAtOnce() throws Exception {
        try (var other = new KeepingConsole(server, clock); var threads = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> one = () -> run(console);
            Callable<Boolean> two = () -> run(other);
            for (var done : threads.invokeAll(List.of(one, two))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(rows()).isEqualTo(SampleDay.ROWS);
        assertThat(console.noted(UpkeepLog.RECONCILE)).contains("none differed");
        assertThat(console.noted(UpkeepRecord.PRUNE)).contains("dropped");
    }

    private static boolean run(KeepingConsole keeper) throws StoreException {
        keeper.upkeep.run();
        return !keeper.noted(UpkeepRecord.PRUNE).contains(HELD);
    }

    @Test
    void prunesRowsOfClocksThatWereNeverSet() throws StoreException {
        server.sql("INSERT INTO system_telemetry (event_type, \"timestamp\") VALUES ('X', '-infinity')");

        console.upkeep.run();

        assertThat(console.noted(UpkeepRecord.PRUNE)).contains("dropped: 2 days");
    }

    private static long rows() {
        return server.count("SELECT count(*) FROM system_telemetry");
    }
}
