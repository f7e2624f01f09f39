package dev.gravitas.bench;

import java.time.Duration;

/// How much is measured.
///
/// @param rows in the telemetry table
/// @param sample rows at most that the rates are compared on
/// @param rateRuns how often each rate is measured
/// @param runs of each question of ours
/// @param naiveRuns of its plain SQL
/// @param logging how long events are logged at a steady rate
/// @param pruned days
public record BenchPlan(long rows, long sample, int rateRuns, int runs, int naiveRuns, Duration logging, int pruned) {
    public static final long FEWEST_ROWS = 1_000;
    public static final long MOST_ROWS = 20_000_000;

    /// Days over which the rows are laid, up to now.
    static final int DAYS = 60;
    /// Of the logging at a steady rate.
    static final int EVENTS_PER_SECOND = 1_000;
    static final int THREADS = 16;

    private static final long LARGEST_SAMPLE = 1_000_000;

    /// What `gravitas bench` measures.
    public static BenchPlan of(long rows) {
        return new BenchPlan(rows, Math.min(rows, LARGEST_SAMPLE), 3, 300, 5, Duration.ofSeconds(20), 5);
    }
}
