package dev.gravitas.telemetry.spool;

import static dev.gravitas.telemetry.spool.SpoolFixture.batch;
import static dev.gravitas.telemetry.spool.SpoolFixture.crash;
import static dev.gravitas.telemetry.spool.SpoolFixture.drain;
import static dev.gravitas.telemetry.spool.SpoolFixture.events;
import static dev.gravitas.telemetry.spool.SpoolFixture.names;
import static dev.gravitas.telemetry.spool.SpoolFixture.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.telemetry.SpoolException;
import dev.gravitas.testing.MemoryFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// Breaks spool files in every way and looks what comes back. Other positions than the usual six hundred:
/// `-Dgravitas.spool.damage=5000` for so many of each kind, `-Dgravitas.spool.damage=all` for every one.
class SpoolDamageTest {
    private static final String POSITIONS = System.getProperty("gravitas.spool.damage", "150");
    private static final int FIRST = 40;
    private static final int LAST = 260;
    private static final int MORE_THAN_SQLITE_CACHES = 20_000;
    private static final int PAGE = PageImages.PAGE_BYTES;

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Path closed = Path.of("unset");
    private Path crashed = Path.of("unset");

    /// A closed spool with some events taken out, and the same spool as a crash would leave it, all of it in the log.
    @BeforeEach
    void fill() throws Exception {
        closed = Files.createDirectories(folder.resolve("closed"));
        crashed = folder.resolve("crashed");
        try (var spool = open(closed)) {
            for (int from = 0; from < LAST; from += 20) {
                spool.append(batch(from, from + 20));
            }
            spool.remove(spool.peek(FIRST).batches());
            crash(closed, crashed);
        }
        assertThat(Files.size(closed.resolve("spool-1.db"))).isGreaterThan(1 << 16);
        assertThat(Files.size(crashed.resolve("spool-1.db-wal"))).isGreaterThan(1 << 16);
    }

    private interface Damage {
        byte[] to(byte[] content, int position);
    }

    /// What came back from a broken copy, and which of it.
    private record Outcome(List<Integer> numbers, long lost, boolean noticed) {}

    private Outcome broken(Path source, String name, Damage damage, int position) throws Exception {
        var copy = Files.createTempDirectory(folder, "copy");
        for (var file : names(source)) {
            if (file.startsWith("spool-1.db")) {
                Files.copy(source.resolve(file), copy.resolve(file));
            }
        }
        var broken = copy.resolve(name);
        Files.write(broken, damage.to(Files.readAllBytes(broken), position));
        try (var spool = open(copy)) {
            var lost = spool.status().damage().records();
            var noticed = spool.status().damage().files() > 0;
            assertThat(names(copy).stream().anyMatch(file -> file.contains(".damaged-"))).isEqualTo(noticed);
            return new Outcome(numbers(look(spool)), lost, noticed);
        } finally {
            delete(copy);
        }
    }

    private static List<TelemetryEvent> look(FolderSpool spool) throws SpoolException {
        return spool.peek(Integer.MAX_VALUE).batches().stream().flatMap(b -> b.batch().events().stream()).toList();
    }

    private static List<Integer> numbers(List<TelemetryEvent> events) {
        return events.stream().map(event -> {
            int number = (int) Duration.between(SpoolFixture.NOW, event.timestamp()).toMillis();
            assertThat(event).isEqualTo(SpoolFixture.event(number));
            return number;
        }).toList();
    }

    private static void delete(Path copy) throws IOException {
        for (var file : names(copy)) {
            Files.delete(copy.resolve(file));
        }
        Files.delete(copy);
    }

    private static IntStream positions(long size) {
        return POSITIONS.equals("all")
                ? IntStream.range(0, (int) size)
                : new Random(14).ints(Integer.parseInt(POSITIONS), 0, (int) size).sorted();
    }

    private static final Damage FLIP = (content, position) -> {
        content[position] ^= (byte) (1 << position % 8);
        return content;
    };

    private static final Damage CUT = Arrays::copyOf;

    @Test
    void losesAtMostTheEventThatABitFlippedIn() throws Exception {
        for (int position : positions(Files.size(closed.resolve("spool-1.db"))).toArray()) {
            var outcome = broken(closed, "spool-1.db", FLIP, position);
            assertMissingAtMost(1, outcome, "bit flip at " + position);
        }
    }

    @Test
    void losesAtMostTheEventThatABitFlippedInWithinTheLog() throws Exception {
        for (int position : positions(Files.size(crashed.resolve("spool-1.db-wal"))).toArray()) {
            var outcome = broken(crashed, "spool-1.db-wal", FLIP, position);
            assertMissingAtMost(1, outcome, "bit flip in the log at " + position);
        }
    }

    @Test
    void losesNothingWhereTheNameOfATableIsBroken() throws Exception {
        var content = new String(Files.readAllBytes(closed.resolve("spool-1.db")), StandardCharsets.ISO_8859_1);
        for (var name : List.of("event", "mark", "set_aside")) {
            int position = content.indexOf("CREATE TABLE " + name) + "CREATE TABLE ".length();
            assertMissingAtMost(0, broken(closed, "spool-1.db", FLIP, position), name);
            assertMissingAtMost(0, broken(closed, "spool-1.db", FLIP, position - "CREATE TABLE ".length() - 3), name);
        }
    }

    private static void assertMissingAtMost(int most, Outcome outcome, String what) {
        assertInOrder(outcome, what);
        long missing = IntStream.range(FIRST, LAST).filter(number -> !outcome.numbers().contains(number)).count();
        assertThat(missing).as(what).isLessThanOrEqualTo(most);
        if (missing > 0) {
            assertThat(outcome.noticed()).as(what).isTrue();
            assertThat(outcome.lost()).as(what).isEqualTo(missing);
        }
    }

    // Events that had left the spool may be seen again in a broken one: the database knows their batches.
    private static void assertInOrder(Outcome outcome, String what) {
        assertThat(outcome.numbers()).as(what).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void keepsEverythingInFrontOfACut() throws Exception {
        var places = places(Files.readAllBytes(closed.resolve("spool-1.db")));
        for (int position : positions(Files.size(closed.resolve("spool-1.db"))).toArray()) {
            var outcome = broken(closed, "spool-1.db", CUT, position);
            assertInOrder(outcome, "cut at " + position);
            assertThat(outcome.numbers()).as("cut at " + position)
                    .containsAll(IntStream.range(FIRST, LAST)
                            .filter(i -> places.getOrDefault(i, Integer.MAX_VALUE) <= position)
                            .boxed()
                            .toList());
        }
    }

    /// Where each event ends in the file, by number.
    private static Map<Integer, Integer> places(byte[] content) {
        var ends = new HashMap<Integer, Integer>();
        for (int at = 0; at < content.length - Sealed.HEAD_BYTES; at++) {
            var sealed = content[at] == 'G' ? Sealed.open(content, at) : null;
            if (sealed != null && sealed.kind() == Sealed.EVENT) {
                ends.put((int) SpoolRecord.read(sealed.body()).seq() - 1, at + Sealed.length(content, at));
            }
        }
        return ends;
    }

    @Test
    void startsAndCountsEverythingUpWhereTheLogIsCut() throws Exception {
        for (int position : positions(Files.size(crashed.resolve("spool-1.db-wal"))).toArray()) {
            var outcome = broken(crashed, "spool-1.db-wal", CUT, position);
            assertInOrder(outcome, "log cut at " + position);
            // What the log held in front of the cut, at the least: a commit of twenty events takes few pages.
            long whole = Math.max(0, (position - 20L * PAGE) / (10L * PAGE));
            assertThat(outcome.numbers().size()).as("log cut at " + position).isGreaterThanOrEqualTo((int) whole);
        }
    }

    @Test
    void takesNoCrashInTheMiddleOfAWriteForDamage() throws Exception {
        var log = crashed.resolve("spool-1.db-wal");
        var whole = Files.readAllBytes(log);
        int frame = PAGE + 24;
        for (int kept = 5; kept < 40; kept++) {
            // The log of before, with the head of one more frame, but not its page.
            int torn = 32 + kept * frame;
            var outcome = broken(crashed, "spool-1.db-wal", (content, _) -> {
                var old = Arrays.copyOf(content, torn + frame);
                System.arraycopy(whole, 32 + 24, old, torn + 24, PAGE);
                return old;
            }, torn);
            assertThat(outcome.noticed()).as("crash after frame %s", kept).isFalse();
            assertInOrder(outcome, "crash after frame " + kept);
        }
    }

    @Test
    void savesALongEventWhoseNeighbourIsBroken() throws Exception {
        var text = "{\"t\":\"" + "y".repeat(60_000) + "\"}";
        var large = new TelemetryEvent("X", "m", 1.0, text, null, SpoolFixture.NOW);
        var place = Files.createDirectories(folder.resolve("large"));
        try (var spool = open(place)) {
            spool.append(batch(0, 5));
            spool.append(new EventBatch(new UUID(9, 9), List.of(large)));
        }
        flip(place.resolve("spool-1.db"), 2);
        try (var spool = open(place)) {
            assertThat(drain(spool)).hasSize(5).contains(large).doesNotContain(SpoolFixture.event(2));
            assertThat(spool.status().damage().records()).isEqualTo(1);
        }
    }

    @Test
    void putsAForeignFileAside() throws Exception {
        for (var content : List.of("not a spool\n".repeat(1_000).getBytes(StandardCharsets.UTF_8), new byte[PAGE],
                foreignDatabase())) {
            var outcome = broken(closed, "spool-1.db", (_, _) -> content, 0);
            assertThat(outcome).isEqualTo(new Outcome(List.of(), 0, true));
        }
    }

    private byte[] foreignDatabase() throws Exception {
        var file = folder.resolve("foreign.db");
        sql(file, "CREATE TABLE event (seq INTEGER PRIMARY KEY, record BLOB)");
        return Files.readAllBytes(file);
    }

    @Test
    void beginsAnewInAnEmptyFile() throws Exception {
        assertThat(broken(closed, "spool-1.db", (_, _) -> new byte[0], 0))
                .isEqualTo(new Outcome(List.of(), 0, false));
    }

    @Test
    void leavesTheFileOfANewerVersionAlone() throws Exception {
        var file = closed.resolve("spool-1.db");
        sql(file, "PRAGMA user_version = 2");
        try (var connection = connect(file); var update = connection.prepareStatement("UPDATE mark SET record = ?")) {
            update.setBytes(1, new SpoolMark(2, FIRST, LAST, LAST - FIRST).bytes());
            update.executeUpdate();
        }
        var before = Files.readAllBytes(file);
        try (var spool = open(closed)) {
            assertThat(spool.isEmpty()).isTrue();
            assertThat(spool.status().damage().files()).isEqualTo(1);
            spool.append(batch(0, 1));
            assertThat(drain(spool)).isEqualTo(events(0, 1));
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void endsARescueThatWasInterruptedHalfway() throws Exception {
        var file = closed.resolve("spool-1.db");
        Files.move(file, closed.resolve("spool-1.db.rescued"));
        Files.writeString(closed.resolve("spool-1.db-wal"), "of the damaged file");
        try (var spool = open(closed)) {
            assertThat(drain(spool)).isEqualTo(events(FIRST, LAST));
        }
    }

    @Test
    void mendsWhatBreaksWhileItIsInUse() throws Exception {
        var large = Files.createDirectories(folder.resolve("large"));
        try (var spool = open(large)) {
            for (int from = 0; from < MORE_THAN_SQLITE_CACHES; from += 1_000) {
                spool.append(batch(from, from + 1_000));
            }
        }
        try (var spool = open(large)) {
            flip(large.resolve("spool-1.db"), 100);
            assertThatThrownBy(() -> spool.peek(1_000)).isInstanceOf(SpoolException.class)
                    .hasMessageContaining("damaged");
            assertThat(spool.status().events()).isEqualTo(MORE_THAN_SQLITE_CACHES);
            var look = spool.peek(MORE_THAN_SQLITE_CACHES);
            assertThat(look.lost()).isEqualTo(1);
            assertThat(look.batches().stream().mapToInt(batch -> batch.batch().events().size()).sum())
                    .isEqualTo(MORE_THAN_SQLITE_CACHES - 1);
            assertThat(spool.status().damage().files()).isEqualTo(1);
        }
    }

    /// Breaks the last bit of one event.
    private static void flip(Path file, int number) throws IOException {
        var content = Files.readAllBytes(file);
        content[places(content).getOrDefault(number, 0) - 1] ^= 1;
        Files.write(file, content);
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void sql(Path file, String text) throws SQLException {
        try (var connection = connect(file); var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
