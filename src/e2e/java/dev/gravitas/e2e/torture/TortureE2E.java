package dev.gravitas.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.e2e.oracle.Comparison;
import dev.gravitas.model.SpoolStatus;
import dev.gravitas.store.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Nothing that was acknowledged is lost, doubled or out of order, whoever is killed and whenever.
///
/// More rounds, or the same again:
/// `mvn verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=TortureE2E -Dgravitas.torture.rounds=300
/// -Dgravitas.torture.seed=1`
class TortureE2E {
    private static final int ROUNDS = Integer.getInteger("gravitas.torture.rounds", 15);
    private static final long SEED = Long.getLong("gravitas.torture.seed", System.nanoTime());

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void losesDoublesAndDisordersNothing() throws Exception {
        System.out.println("torture: " + ROUNDS + " rounds, seed " + SEED + ", in " + folder);
        try (var machine = new Machine(folder)) {
            var rounds = rounds(new Torture(machine, SEED));
            machine.producer().quiet(Torture.LIMIT);
            assertThat(machine.end()).as("exit codes of producer and console").isEqualTo(List.of(0, 143));
            assertThat(machine.server().postmaster()).as("the last one stops the database").isEmpty();
            assertThat(machine.spool()).as("spool").isEqualTo(SpoolStatus.EMPTY);
            var all = compareAfterOneMoreStart(machine);
            System.out.println(Table.of(rounds, all, SEED));
            assertThat(all.holds()).as(all.details()).isTrue();
            assertThat(machine.complaints()).as("no stack trace for the operator").isEmpty();
        }
    }

    private static List<Round> rounds(Torture torture) throws Exception {
        var rounds = new ArrayList<Round>();
        for (int number = 1; number <= ROUNDS; number++) {
            var round = torture.round(number);
            rounds.add(round);
            System.out.println(round);
            assertThat(round.comparison().holds()).as(round.comparison().details()).isTrue();
        }
        return rounds;
    }

    private Comparison compareAfterOneMoreStart(Machine machine) throws Exception {
        try (var _ = EmbeddedPostgres.open(folder.resolve("data/postgres"), _ -> {})) {
            return Torture.compareAll(machine);
        }
    }
}
