package dev.gravitas.bench;

import dev.gravitas.store.StoreException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Forgets the oldest whole days one by one, and deletes as many other days by plain SQL. What is deleted by hand leaves its
/// sums behind, so nothing can be measured afterwards.
final class Pruning {
    private final MeasuredDatabase database;
    private final BenchPlan plan;
    private final Latencies ours = new Latencies();
    private final Latencies naive = new Latencies();

    Pruning(MeasuredDatabase database, BenchPlan plan) {
        this.database = database;
        this.plan = plan;
    }

    /// @param oldest day that has rows, not a whole one
    void run(LocalDate oldest) throws StoreException {
        prune(oldest);
        for (int i = 1; i <= plan.pruned(); i++) {
            LocalDate day = oldest.plusDays(i);
            long start = System.nanoTime();
            var pruned = prune(day);
            ours.add(System.nanoTime() - start);
            if (pruned != 1) {
                throw new IllegalStateException("Pruning " + day + " dropped " + pruned + " days.");
            }
            delete(day.plusDays(plan.pruned() + 1));
        }
    }

    private int prune(LocalDate day) throws StoreException {
        return database.database().retention().prune(start(day.plusDays(1))).days();
    }

    private void delete(LocalDate day) {
        var from = start(day).atOffset(ZoneOffset.UTC);
        long start = System.nanoTime();
        database.sql()
                .run("DELETE FROM system_telemetry WHERE \"timestamp\" >= ? AND \"timestamp\" < ?", from,
                        from.plusDays(1));
        naive.add(System.nanoTime() - start);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Latencies ours() {
        return ours;
    }

    Latencies naive() {
        return naive;
    }
}
