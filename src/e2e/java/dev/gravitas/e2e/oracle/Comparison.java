package dev.gravitas.e2e.oracle;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What the producers were told against what the table holds.
///
/// **Order.** The numbers of one thread are the order in which it logged. A row of a higher number must not bear an
/// earlier time, and within one run of the producer it must not have been committed before a row of a lower one: no
/// reader ever sees an event without those that its producer logged before it, except such as were never acknowledged.
/// Rows of one transaction appear together, so there is no order among them but that of their times.
///
/// What a killed run left in its spool may be brought in by another process while the next run's events go straight to
/// the database. That is no disorder, as the next run is another producer; it is counted.
///
/// @param acknowledged how many events completed `true`
/// @param inDoubt rows of events that nobody had acknowledged when the producer died, or that it was told `false` for
/// @param lost acknowledged, but not there
/// @param doubled there more than once
/// @param foreign there, though never announced
/// @param disordered out of the order above
/// @param overtaking first events of a run that were committed before the last of the run before
public record Comparison(int acknowledged, int inDoubt, List<EventId> lost, List<EventId> doubled,
        List<EventId> foreign, List<EventId> disordered, List<EventId> overtaking) {

    public static Comparison of(Told told, Collection<StoredRow> rows) {
        var found = new HashSet<EventId>();
        var doubled = rows.stream().map(StoredRow::id).filter(id -> !found.add(id)).toList();
        var lost = told.acknowledged().stream().filter(id -> !found.contains(id)).toList();
        var foreign = found.stream().filter(id -> !told.isAnnounced(id)).toList();
        var steps = steps(rows);
        return new Comparison(told.acknowledged().size(), inDoubt(told, found), lost, doubled, foreign,
                steps.stream().filter(Step::isDisorder).map(Step::to).toList(),
                steps.stream().filter(Step::overtakes).map(Step::to).toList());
    }

    private static int inDoubt(Told told, Set<EventId> found) {
        return (int) found.stream().filter(id -> !told.acknowledged().contains(id)).count();
    }

    /// From each row to the next of its thread.
    private static List<Step> steps(Collection<StoredRow> rows) {
        var sorted = rows.stream()
                .sorted(Comparator.comparing(StoredRow::id,
                        Comparator.comparingInt(EventId::thread).thenComparingLong(EventId::number)))
                .toList();
        return IntStream.range(1, sorted.size())
                .mapToObj(i -> new Step(sorted.get(i - 1), sorted.get(i)))
                .filter(step -> step.before.id().thread() == step.to().thread())
                .toList();
    }

    private record Step(StoredRow before, StoredRow row) {
        EventId to() {
            return row.id();
        }

        boolean isDisorder() {
            return row.time().isBefore(before.time()) || sameRun() && committedEarlier();
        }

        boolean overtakes() {
            return !sameRun() && committedEarlier();
        }

        private boolean sameRun() {
            return row.id().run() == before.id().run();
        }

        private boolean committedEarlier() {
            return row.transaction() < before.transaction();
        }
    }

    public boolean holds() {
        return lost.isEmpty() && doubled.isEmpty() && foreign.isEmpty() && disordered.isEmpty();
    }

    /// Which events, a few of each kind.
    public String details() {
        return "lost " + some(lost) + ", doubled " + some(doubled) + ", out of order " + some(disordered) + ", foreign "
                + some(foreign);
    }

    private static String some(List<EventId> ids) {
        return ids.size() + " " + ids.stream().limit(5).toList();
    }

    @Override
    public String toString() {
        return "acknowledged %,d, in doubt and stored %d, lost %d, doubled %d, out of order %d, foreign %d".formatted(
                acknowledged, inDoubt, lost.size(), doubled.size(), disordered.size(), foreign.size());
    }
}
