package dev.gravitas.e2e.torture;

import dev.gravitas.e2e.oracle.Comparison;

import java.time.Duration;
import java.util.List;

/// What happened in one round.
///
/// @param killed in their order
/// @param producer what the present producer had counted
/// @param recovery from the last kill until every event was settled and the database answered
record Round(int number, Plan plan, List<Victim> killed, ProducerProcess.Counters producer,
        Comparison comparison, Duration recovery) {

    @Override
    public String toString() {
        return "round %d: %s%s; %s, spooled up to %,d, taken over %,d; well again after %.1f s".formatted(number,
                killed.isEmpty() ? "found nobody" : killed,
                plan.second().isEmpty() ? plan.duringStart() ? " in start-up" : "" : " in two blows", comparison,
                producer.mostSpooled(), producer.takenOver(), recovery.toMillis() / 1e3);
    }
}
