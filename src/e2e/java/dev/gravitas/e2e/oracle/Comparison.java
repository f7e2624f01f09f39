package dev.gravitas.e2e.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the producers were told against what the table holds.
///
/// **Order.** The numbers of one thread are the order in which it logged. A row of a higher number must not have been
/// committed before a row of a lower one (no reader ever sees an event without those before it, except such as were
/// never acknowledged), and must not bear an earlier time. Rows of one transaction appear together, so there is no order
/// among them but that of their times.
///
/// @param acknowledged how many events completed `true`
/// @param inDoubt rows of events that nobody had acknowledged when the producer died, or that it was told `false` for
/// @param lost acknowledged, but not there
/// @param doubled there more than once
/// @param foreign there, though never announced
/// @param disordered committed before, or bearing an earlier time than, a row of a lower number of its thread
public record Comparison(int acknowledged, int inDoubt, List<EventId> lost, List<EventId> doubled,
        List<EventId> foreign,
        List<EventId> disordered) {

    public static Comparison of(Told told, Collection<StoredRow> rows) {
        var found = new HashSet<EventId>();
        var doubled = rows.stream().map(StoredRow::id).filter(id -> !found.add(id)).toList();
        var lost = told.acknowledged().stream().filter(id -> !found.contains(id)).toList();
        var foreign = found.stream().filter(id -> !told.isAnnounced(id)).toList();
        return new Comparison(told.acknowledged().size(), inDoubt(told, found), lost, doubled, foreign,
                disordered(rows));
    }

    private static int inDoubt(Told told, Set<EventId> found) {
        return (int) found.stream().filter(id -> !told.acknowledged().contains(id)).count();
    }

    private static List<EventId> disordered(Collection<StoredRow> rows) {
        Map<Integer, List<StoredRow>> byThread = rows.stream().collect(Collectors.groupingBy(row -> row.id().thread()));
        return byThread.values().stream().flatMap(thread -> descents(thread).stream()).toList();
    }

    private static List<EventId> descents(List<StoredRow> ofOneThread) {
        var sorted = ofOneThread.stream()
                .sorted(Comparator.comparingLong((StoredRow row) -> row.id().number()))
                .toList();
        var descents = new ArrayList<EventId>();
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            var row = sorted.get(i);
            if (row.transaction() < before.transaction() || row.time().isBefore(before.time())) {
                descents.add(row.id());
            }
        }
        return descents;
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
