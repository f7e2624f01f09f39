package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gravitas.model.GpuIdentity.Part;
import dev.gravitas.model.LockoutEnd;
import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramRecord;
import dev.gravitas.model.VramRecord.Line;
import dev.gravitas.model.VramRecord.Load;
import dev.gravitas.model.VramRecord.Lockout;
import dev.gravitas.model.VramRecord.Low;
import dev.gravitas.model.VramRecord.Slice;
import dev.gravitas.model.VramRecord.TopHolder;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

class VramQuestionIT {
    private static final Instant NOW = Instant.now();
    /// A full hour of yesterday.
    private static final Instant HOUR = NOW.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(24));
    private static final String HOST = TestDatabase.HOST;
    /// In minutes: too long to be told row by row.
    private static final long DAY = 24 * 60;

    @RegisterExtension
    static final OpenDatabase STORE = new OpenDatabase(NOW);

    private final TestDatabase server = STORE.server();
    private final PostgresDatabase database = STORE.database();

    @Test
    void tellsEachRowOfAFewHours() throws StoreException {
        write(check(0, 9000, 1000, 8000.0), check(2, 9500, 500, 120.5), check(20, 9500, 600, null));

        assertThat(slices(of(HOUR, 6 * 60))).containsExactly(new Slice(at(0), at(0), 8000.0, 9000.0, 1000.0, 1),
                new Slice(at(2), at(2), 120.5, 9500.0, 500.0, 1), new Slice(at(20), at(20), 9500.0, 9500.0, 600.0, 1));
    }

    @Test
    void tellsWhenTheLeastWasFreeWhereARowMakesSense() throws StoreException {
        write(low(0, "59.5, \"min_free_ended_s\": 56"), low(5, "3, \"min_free_ended_s\": 4"),
                low(10, "1e9, \"min_free_ended_s\": 4"), low(15, "\"x\", \"min_free_ended_s\": 4"), low(20, "7"));

        assertThat(slices(of(HOUR, 60))).hasSize(5)
                .extracting(Slice::low)
                .containsExactly(new Low(at(0).minusMillis(59_500), at(0).minusSeconds(56)), null, null, null, null);
    }

    private static TelemetryEvent low(int minute, String told) {
        return event("VRAM_CHECK", "gpu", 9_000.0, "{\"min_free\": 100, \"min_free_began_s\": %s}".formatted(told),
                minute);
    }

    @Test
    void tellsTooManyRowsInSlices() throws StoreException {
        server.sql("""
                INSERT INTO system_telemetry (event_type, component, value, timestamp)
                SELECT 'VRAM_CHECK', 'gpu', i, '%s'::timestamptz + i * interval '60 milliseconds'
                FROM generate_series(0, 10000) AS i""".formatted(HOUR));

        assertThat(slices(of(HOUR, 60))).containsExactly(new Slice(at(0), at(10), 0.0, null, null, 10_001));
    }

    @Test
    void keepsAPeakBetweenTwoRowsOfADay() throws StoreException {
        write(check(1, 9000, 1000, 8000.0), check(3, 9500, 500, 120.5), check(16, 9500, 500, null));

        assertThat(slices(of(HOUR, DAY))).containsExactly(new Slice(at(1), at(3), 120.5, null, 1000.0, 2),
                new Slice(at(16), at(16), 9500.0, 9500.0, 500.0, 1));
    }

    @Test
    void keepsAPeakOverManyDays() throws StoreException {
        write(check(5, 9000, 1000, null), check(20, 9000, 1000, 77.0), check(36, 9000, 2000, null));

        assertThat(slices(of(HOUR.minus(Duration.ofDays(20)), 30 * DAY)))
                .containsExactly(new Slice(at(5), at(36), 77.0, null, 2000.0, 3));
    }

    @Test
    void doesNotJoinOverAMissingRowWhatLiesInOneHour() throws StoreException {
        write(check(5, 9000, 1000, null), check(14, 9000, 1000, null), check(31, 8000, 2000, null));

        assertThat(slices(of(HOUR.minus(Duration.ofDays(20)), 30 * DAY)))
                .containsExactly(new Slice(at(5), at(14), 9000.0, null, 1000.0, 2),
                        new Slice(at(31), at(31), 8000.0, 8000.0, 2000.0, 1));
    }

    @Test
    void showsFoldedAndFreshRowsAlike() throws StoreException {
        write(check(0, 9000, 1000, null));
        server.sql("SELECT telemetry_fold()");
        write(check(1, 8000, 3000, null), check(16, 7000, 3000, null));

        assertThat(slices(of(HOUR, DAY))).containsExactly(new Slice(at(0), at(1), 8000.0, null, 3000.0, 2),
                new Slice(at(16), at(16), 7000.0, 7000.0, 3000.0, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, DAY})
    void tellsWhatHoldsOnOverTheEdgesOfTheWindow(long minutes) throws StoreException {
        var end = Math.toIntExact(15 + minutes);
        write(check(0, 9000, 1000, null), check(20, 8000, 1000, null), check(end + 14, 7000, 1000, null));

        assertThat(slices(of(at(15), minutes))).extracting(Slice::from).containsExactly(at(0), at(20), at(end + 14));
    }

    @Test
    void tellsWhichPartOfAGpuItIsWhereARowSaysAllOfIt() throws StoreException {
        write(event("VRAM_CHECK", "part", 1.0, """
                {"gpu_index": 1, "part_of": "GPU-a", "gpu_instance": 2, "compute_instance": 0}""", 0),
                event("VRAM_CHECK", "whole", 1.0, "{\"gpu_index\": 1}", 0),
                event("VRAM_CHECK", "odd", 1.0, "{\"part_of\": \"GPU-a\", \"gpu_instance\": \"x\"}", 0));

        assertThat(of(HOUR, 60).lines()).extracting(Line::gpu, Line::part)
                .containsExactlyInAnyOrder(tuple("part", new Part("GPU-a", 0, 2, 0)), tuple("whole", null),
                        tuple("odd", null));
    }

    @Test
    void namesAGpuAsItsNewestRowDoes() throws StoreException {
        write(event("VRAM_CHECK", "gpu", 1.0, "{\"gpu_name\": \"Old\", \"gpu_index\": 1, \"total\": 100}", 0),
                event("VRAM_CHECK", "gpu", 1.0, "{\"gpu_name\": \"New\", \"gpu_index\": 2, \"total\": 200}", 30),
                event("VRAM_CHECK", "other", 1.0, "{\"gpu_name\": \"Other\"}", 31));

        assertThat(of(HOUR, 60).lines()).extracting(Line::gpu, Line::name, Line::index, Line::totalMib)
                .containsExactly(tuple("gpu", "New", 2, 200.0),
                        tuple("other", "Other", null, null));
    }

    @Test
    void tellsHostsApart() throws StoreException {
        write(check(0, 9000, 1000, null), begin("same", 1));
        foreign("VRAM_CHECK", "gpu", 5.0, "{\"used\": 7}", 2, "elsewhere");
        foreign("VRAM_LOCKOUT", "gpu", 0.0, "{\"episode\": \"same\"}", 2, "elsewhere");
        foreign("VRAM_LOCKOUT_END", "gpu", 60.0, "{\"episode\": \"same\"}", 3, "elsewhere");

        var record = of(HOUR, 60);
        assertThat(record.lines()).extracting(Line::host, line -> line.slices().getFirst().leastFreeMib())
                .containsExactlyInAnyOrder(tuple(HOST, 9000.0),
                        tuple("elsewhere", 5.0));
        assertThat(record.lockouts()).extracting(Lockout::host, lockout -> lockout.ended() != null)
                .containsExactly(tuple("elsewhere", true),
                        tuple(HOST, false));
    }

    @Test
    void tellsALockoutFromItsBeginningToItsEnd() throws StoreException {
        var metadata = """
                {"episode": "e", "trigger_threshold": 1024, "free_vram": 900, "gpu_index": 0, "top_holders":
                [{"pid": 7, "used": 10}, {"pid": 8, "program": "ollama", "model": "llama3:8b", "used": 5000.5}]}""";
        write(event("VRAM_LOCKOUT", "gpu", 0.0, metadata, 10), end("e", 15, 300.0, 40.0, "recovered"));

        assertThat(of(HOUR, 60).lockouts()).singleElement()
                .isEqualTo(new Lockout(HOST, "gpu", "e", at(10), at(15), 40.0, 1024.0, LockoutEnd.RECOVERED,
                        List.of(new TopHolder(8, "ollama", "llama3:8b", 5000.5),
                                new TopHolder(7, null, null, 10.0))));
    }

    @Test
    void endsALockoutWhenItEndedNotWhenThatWasTold() throws StoreException {
        write(begin("e", 10), event("VRAM_LOCKOUT_END", "gpu", 63.0, """
                {"episode": "e", "began": "%s", "ended_by": "console_stopped"}""".formatted(at(10).minusSeconds(3)),
                600));

        assertThat(of(HOUR, 60).lockouts()).singleElement()
                .extracting(Lockout::began, Lockout::ended, Lockout::endedBy)
                .containsExactly(at(10).minusSeconds(3), at(11), LockoutEnd.CONSOLE_STOPPED);
    }

    @Test
    void showsALockoutThatBeganBeforeTheWindow() throws StoreException {
        write(begin("over", 0), end("over", 4, 240.0, 1.0, "recovered"), begin("long", 10),
                end("long", 100, 5400.0, 1.0, "recovered"));

        assertThat(of(at(60), 10).lockouts()).extracting(Lockout::episode).containsExactly("long");
    }

    @Test
    void findsALockoutOfWeeksAgoThatStillLasts() throws StoreException {
        server.sql("INSERT INTO system_telemetry (event_type, component, timestamp) VALUES ('VRAM_LOCKOUT', 'gpu', '"
                + HOUR.minus(Duration.ofDays(50)) + "')");

        assertThat(of(HOUR, 60).lockouts()).singleElement().extracting(Lockout::ended).isNull();
    }

    @Test
    void leavesAnOpenLockoutWithoutAnEnd() throws StoreException {
        write(begin("open", 10), begin("closed", 0), end("closed", 9, 540.0, 1.0, "recovered"));

        assertThat(of(HOUR, 60).lockouts()).extracting(Lockout::episode, Lockout::ended, Lockout::endedBy)
                .containsExactly(tuple("open", null, null),
                        tuple("closed", at(9), LockoutEnd.RECOVERED));
    }

    @Test
    void leavesALockoutBehindOnceTheNextOneBegan() throws StoreException {
        write(begin("forgotten", 0), begin("next", 30));

        assertThat(of(at(45), 10).lockouts()).extracting(Lockout::episode).containsExactly("next");
    }

    @Test
    void joinsRowsWithoutAnEpisodeWithTheNextEndOfThatGpu() throws StoreException {
        write(event("VRAM_LOCKOUT", "gpu", 0.0, null, 10), event("VRAM_LOCKOUT", "gpu", 0.0, null, 20),
                event("VRAM_LOCKOUT_END", "other", null, null, 11), event("VRAM_LOCKOUT_END", "gpu", null, null, 12));

        assertThat(of(HOUR, 60).lockouts()).extracting(Lockout::began, Lockout::ended)
                .containsExactly(tuple(at(20), null),
                        tuple(at(10), at(12)));
    }

    @Test
    void tellsLoadsThatSucceededInTheWindow() throws StoreException {
        write(load("b", 4.5, "success", 5), load("a", 3.0, null, 1), load("failed", 3.0, "error", 3),
                load("early", 3.0, null, -1), load("late", 3.0, null, 60), load("untold", null, null, 6));

        assertThat(of(HOUR, 60).loads()).containsExactly(new Load(HOST, "a", at(1), 3.0),
                new Load(HOST, "b", at(5), 4.5));
    }

    @Test
    void tellsTheNewestFiveHundredLoads() throws StoreException {
        List<TelemetryEvent> loads = new ArrayList<>();
        for (int minute = 0; minute < 700; minute++) {
            loads.add(load("m", minute * 1.0, null, minute));
        }
        write(loads.toArray(TelemetryEvent[]::new));

        assertThat(of(HOUR, 695).loads()).hasSize(500)
                .extracting(Load::seconds)
                .isSorted()
                .startsWith(195.0)
                .endsWith(694.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "7", "\"text\"", "[]", "[{\"used\": 1}]", "{}",
            "{\"used\": {}, \"min_free\": [], \"total\": true, \"gpu_name\": 7, \"gpu_index\": \"x\"}",
            "{\"used\": -1, \"min_free\": -5, \"total\": \"-3\", \"gpu_name\": null, \"gpu_index\": 1e300}",
            "{\"used\": 1e400, \"min_free\": \"1e999\", \"total\": \"NaN\", \"gpu_index\": 0.5}",
            "{\"episode\": 7, \"top_holders\": {}, \"free_vram\": [], \"began\": 3, \"ended_by\": {}}",
            "{\"top_holders\": [null, 3, [], {}, {\"pid\": -1}, {\"pid\": \"x\"}, {\"pid\": 1e15, \"used\": []}]}",
            "{\"top_holders\": \"none\", \"lowest_free\": \"-1\", \"began\": \"soon\", \"ended_by\": \"magic\"}"})
    void survivesRowsOfAnyShape(String metadata) {
        for (var value : new String[]{"NULL", "-1", "1e308", "1e-308"}) {
            for (var type : List.of("VRAM_CHECK", "VRAM_LOCKOUT", "VRAM_LOCKOUT_END", "LOAD_LATENCY")) {
                foreign(type, null, value, metadata);
            }
        }

        var record = read(new TimeWindow(NOW.minusSeconds(3600), NOW.plusSeconds(3600)));
        assertThat(record.lines()).singleElement().satisfies(line -> {
            assertThat(line.gpu()).isEqualTo("(unnamed)");
            assertThat(line.name()).isNull();
            assertThat(line.index()).isNull();
            assertThat(line.totalMib()).isNull();
            assertThat(line.slices()).allSatisfy(slice -> {
                assertThat(slice.leastFreeMib()).isNull();
                assertThat(slice.lastFreeMib()).isNull();
                assertThat(slice.mostUsedMib()).isNull();
            });
        });
        assertThat(record.lockouts()).hasSize(4).allSatisfy(lockout -> assertThat(lockout.endedBy()).isNull());
        assertThat(record.loads()).isEmpty();
    }

    @Test
    void survivesWindowsAndRowsOfOddTimes() {
        for (var time : List.of("-infinity", "1970-01-01", "4000-01-01", "infinity")) {
            for (var type : List.of("VRAM_CHECK", "VRAM_LOCKOUT", "VRAM_LOCKOUT_END", "LOAD_LATENCY")) {
                server.sql("INSERT INTO system_telemetry (event_type, value, timestamp) VALUES ('%s', 1, '%s')"
                        .formatted(type, time));
            }
        }

        for (var window : List.of(new TimeWindow(Instant.MIN, Instant.MAX), new TimeWindow(Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1)), new TimeWindow(Instant.parse("3999-01-01T00:00:00Z"), Instant.MAX))) {
            var record = read(window);
            assertThat(record.lines()).isEmpty();
            assertThat(record.lockouts()).isEmpty();
            assertThat(record.loads()).isEmpty();
        }
    }

    private VramRecord of(Instant from, long minutes) {
        return read(new TimeWindow(from, from.plus(Duration.ofMinutes(minutes))));
    }

    private VramRecord read(TimeWindow window) {
        try {
            return database.queries().vram(window);
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Slice> slices(VramRecord record) {
        return record.lines().getFirst().slices();
    }

    private static Instant at(int minute) {
        return HOUR.plus(Duration.ofMinutes(minute));
    }

    private static TelemetryEvent check(int minute, double free, double used, @Nullable Double minFree) {
        return event("VRAM_CHECK", "gpu", free, "{\"used\": %s, \"min_free\": %s}".formatted(used, minFree), minute);
    }

    private static TelemetryEvent begin(String episode, int minute) {
        return event("VRAM_LOCKOUT", "gpu", 0.0, "{\"episode\": \"%s\"}".formatted(episode), minute);
    }

    private static TelemetryEvent end(String episode, int minute, double seconds, double lowest, String by) {
        var metadata = "{\"episode\": \"%s\", \"lowest_free\": %s, \"ended_by\": \"%s\"}".formatted(episode, lowest,
                by);
        return event("VRAM_LOCKOUT_END", "gpu", seconds, metadata, minute);
    }

    private static TelemetryEvent load(String model, @Nullable Double seconds, @Nullable String status, int minute) {
        return new TelemetryEvent("LOAD_LATENCY", model, seconds, null, status, at(minute));
    }

    private static TelemetryEvent event(String type, String component, @Nullable Double value,
            @Nullable String metadata, int minute) {
        return new TelemetryEvent(type, component, value, metadata, "success", at(minute));
    }

    private void write(TelemetryEvent... events) throws StoreException {
        STORE.write(List.of(events));
    }

    private void foreign(String type, String component, double value, String metadata, int minute, String host) {
        server.sql(("INSERT INTO system_telemetry (event_type, component, value, metadata, timestamp, host) "
                + "VALUES ('%s', '%s', %s, '%s', '%s', '%s')")
                .formatted(type, component, value, metadata, at(minute), host));
    }

    private void foreign(String type, @Nullable String component, String value, String metadata) {
        server.sql("INSERT INTO system_telemetry (event_type, component, value, metadata) VALUES ('%s', %s, %s, '%s')"
                .formatted(type, component, value, metadata));
    }
}
