package dev.gravitas.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.e2e.oracle.Comparison;
import dev.gravitas.e2e.oracle.Figures;
import dev.gravitas.e2e.oracle.TelemetryTable;
import dev.gravitas.e2e.oracle.Told;
import dev.gravitas.store.StoreException;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// The driver: one round of blows after another, each followed by a comparison of what is new.
final class Torture {
    /// For a machine to be well again.
    static final Duration LIMIT = Duration.ofSeconds(90);

    private final Machine machine;
    private final long seed;
    private final Progress progress = new Progress();

    Torture(Machine machine, long seed) {
        this.machine = machine;
        this.seed = seed;
    }

    /// Kills, restarts, waits until all is well, and compares what came since the last round.
    Round round(int number) throws Exception {
        var plan = Plan.of(seed, number);
        var killed = blows(plan);
        var struck = System.nanoTime();
        machine.start();
        var counters = machine.producer().quiet(LIMIT);
        assertThat(counters.accepted()).as("accepted = stored + dropped")
                .isEqualTo(counters.stored() + counters.dropped());
        var comparison = awaitAll();
        var recovery = Duration.ofNanos(System.nanoTime() - struck);
        progress.next(Instant.now().truncatedTo(ChronoUnit.MICROS));
        machine.producer().go();
        return new Round(number, plan, killed, counters, comparison, recovery);
    }

    private List<Victim> blows(Plan plan) throws Exception {
        machine.start();
        if (!plan.duringStart()) {
            machine.producer().awaitRecording(LIMIT);
        }
        var killed = new ArrayList<>(strike(plan.first()));
        for (var again : plan.second()) {
            machine.start();
            killed.addAll(strike(again));
        }
        return killed;
    }

    private List<Victim> strike(Plan.Blow blow) throws IOException, StoreException, InterruptedException {
        // The moment is the point, whatever goes on then.
        LockSupport.parkNanos(blow.after().toNanos());
        var killed = new ArrayList<Victim>();
        for (var victim : blow.victims()) {
            if (machine.kill(victim, blow.which())) {
                killed.add(victim);
            }
        }
        return killed;
    }

    /// The database answers without anybody's help, and holds everything: what a killed producer had spooled may be
    /// brought in by the console a little later.
    private Comparison awaitAll() throws Exception {
        await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> {
            var comparison = progress.compareNew(machine.notebooks(), table(machine));
            assertThat(comparison.holds()).as(comparison.details()).isTrue();
            Figures.assertEqualTheRows(table(machine));
        });
        return progress.compareNew(machine.notebooks(), table(machine));
    }

    private static TelemetryTable table(Machine machine) throws IOException, StoreException {
        return new TelemetryTable(machine.server().superuser().orElseThrow());
    }

    /// Everything, from the beginning.
    static Comparison compareAll(Machine machine) throws IOException, StoreException, SQLException {
        var table = table(machine);
        Figures.assertEqualTheRows(table);
        return Comparison.of(Told.read(machine.notebooks()), table.rowsSince(Instant.EPOCH));
    }
}
