package dev.gravitas.e2e.torture;

import dev.gravitas.e2e.oracle.Comparison;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a torture comes to, for people.
final class Table {
    private Table() {
    }

    static String of(List<Round> rounds, Comparison all, long seed) {
        var killed = rounds.stream().map(Round::killed).flatMap(Collection::stream).toList();
        var byKind = Arrays.stream(Victim.values())
                .map(victim -> victim.name().toLowerCase(Locale.ROOT) + " "
                        + killed.stream().filter(victim::equals).count())
                .collect(Collectors.joining(", "));
        var slowest = rounds.stream().map(Round::recovery).max((a, b) -> a.compareTo(b)).orElseThrow();
        return """
                torture, seed %d
                  rounds        %,12d   (%d several at once, %d in start-up, %d again in recovery)
                  kills         %,12d   (%s)
                  acknowledged  %,12d
                  through spool %,12d   rounds; events taken over from a killed producer's: %,d
                  lost          %,12d
                  doubled       %,12d
                  out of order  %,12d
                  foreign       %,12d
                  overtaking    %,12d   (threads whose first events came in before what a killed run had spooled)
                  in doubt      %,12d   (stored, though nobody had been told so)
                  well again within %.1f s, without a manual step""".formatted(seed, rounds.size(),
                count(rounds, round -> round.plan().first().victims().size() > 1),
                count(rounds, round -> round.plan().duringStart()),
                count(rounds, round -> !round.plan().second().isEmpty()), killed.size(), byKind, all.acknowledged(),
                count(rounds, round -> round.producer().mostSpooled() > 0),
                rounds.stream().mapToLong(round -> round.producer().takenOver()).sum(),
                all.lost().size(), all.doubled().size(), all.disordered().size(), all.foreign().size(),
                all.overtaking().size(), all.inDoubt(),
                slowest.toMillis() / 1e3);
    }

    private static long count(List<Round> rounds, Predicate<Round> which) {
        return rounds.stream().filter(which).count();
    }
}
