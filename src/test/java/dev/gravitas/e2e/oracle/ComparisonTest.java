package dev.gravitas.e2e.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The torture is worth what its comparison finds.
class ComparisonTest {
    private static final Told TOLD = new Told(Map.of(new Told.ThreadOfRun(0, 0), 99L, new Told.ThreadOfRun(1, 0), 99L),
            told());

    private final List<StoredRow> rows = new ArrayList<>(intact());

    private static Set<EventId> told() {
        return LongStream.range(0, 10)
                .boxed()
                .flatMap(number -> List.of(new EventId(0, number), new EventId(1, number)).stream())
                .collect(Collectors.toSet());
    }

    // Two rows to a transaction.
    private static List<StoredRow> intact() {
        return told().stream().map(id -> row(id, 700 + id.number() / 2, id.number())).toList();
    }

    private static StoredRow row(EventId id, long transaction, long second) {
        return new StoredRow(id, transaction, Instant.ofEpochSecond(1_800_000_000L + second));
    }

    private int position(EventId id) {
        return rows.stream().map(StoredRow::id).toList().indexOf(id);
    }

    @Test
    void holdsWhenEveryAcknowledgedEventIsThereOnceAndInOrder() {
        assertThat(Comparison.of(TOLD, rows)).returns(true, Comparison::holds).returns(20, Comparison::acknowledged);
    }

    @Test
    void findsALostEvent() {
        var gone = new EventId(0, 4);
        rows.remove(position(gone));
        assertThat(Comparison.of(TOLD, rows)).returns(List.of(gone), Comparison::lost)
                .returns(false, Comparison::holds);
    }

    @Test
    void findsADoubledEvent() {
        var twice = new EventId(1, 3);
        rows.add(row(twice, 701, 3));
        assertThat(Comparison.of(TOLD, rows)).returns(List.of(twice), Comparison::doubled)
                .returns(false, Comparison::holds);
    }

    @Test
    void findsADoubledEventThatNobodyAcknowledged() {
        var inDoubt = new EventId(1, 10);
        rows.add(row(inDoubt, 705, 10));
        rows.add(row(inDoubt, 706, 10));
        assertThat(Comparison.of(TOLD, rows)).returns(List.of(inDoubt), Comparison::doubled)
                .returns(1, Comparison::inDoubt);
    }

    @Test
    void findsAnEventThatWasCommittedBeforeItsPredecessor() {
        var early = new EventId(0, 5);
        var late = new EventId(0, 6);
        rows.set(position(early), row(early, 703, 5));
        rows.set(position(late), row(late, 702, 6));
        assertThat(Comparison.of(TOLD, rows)).returns(List.of(late), Comparison::disordered)
                .returns(false, Comparison::holds);
    }

    @Test
    void countsARunThatOvertookWhatTheOneBeforeItHadSpooled() {
        var next = new EventId(0, EventId.NUMBERS_PER_RUN);
        rows.add(row(next, 703, 10));
        assertThat(Comparison.of(new Told(Map.of(new Told.ThreadOfRun(0, 0), 99L, new Told.ThreadOfRun(1, 0), 99L,
                new Told.ThreadOfRun(0, 1), EventId.NUMBERS_PER_RUN), told()), rows))
                .returns(List.of(next), Comparison::overtaking)
                .returns(true, Comparison::holds);
    }

    @Test
    void findsARunWhoseTimesLieBeforeThoseOfTheOneBefore() {
        var next = new EventId(0, EventId.NUMBERS_PER_RUN);
        rows.add(row(next, 799, 3));
        assertThat(Comparison.of(TOLD, rows)).returns(List.of(next), Comparison::disordered);
    }

    @Test
    void findsTwoEventsWhoseTimesAreSwapped() {
        rows.set(position(new EventId(0, 4)), row(new EventId(0, 4), 702, 5));
        rows.set(position(new EventId(0, 5)), row(new EventId(0, 5), 702, 4));
        assertThat(Comparison.of(TOLD, rows)).returns(List.of(new EventId(0, 5)), Comparison::disordered)
                .returns(false, Comparison::holds);
    }

    @Test
    void findsARowThatNobodyLogged() {
        var invented = new EventId(0, 100);
        rows.add(row(invented, 799, 100));
        assertThat(Comparison.of(TOLD, rows)).returns(List.of(invented), Comparison::foreign)
                .returns(false, Comparison::holds);
    }

    @Test
    void countsRowsInDoubtButForgivesThem() {
        rows.add(row(new EventId(0, 10), 705, 10));
        assertThat(Comparison.of(TOLD, rows)).returns(1, Comparison::inDoubt).returns(true, Comparison::holds);
    }

    @Test
    void takesALineThatAKillCutShortForNotWritten(@TempDir Path folder) throws Exception {
        var notebook = Files.writeString(folder.resolve("notebook"),
                "announced 2 7\nacknowledged 2 5\nacknowledged 2 6");
        assertThat(Told.read(List.of(notebook))).isEqualTo(
                new Told(Map.of(new Told.ThreadOfRun(2, 0), 7L), Set.of(new EventId(2, 5))));
    }
}
