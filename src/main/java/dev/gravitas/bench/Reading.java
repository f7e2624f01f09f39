package dev.gravitas.bench;

import dev.gravitas.store.StoreException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Times questions. Each run moves the end of the window and follows a row that was just committed and must be in the
/// answer, so that no kept answer can serve.
final class Reading {
    private static final int WARM_UP = 20;
    /// The rows that the beginning of a window cuts from a bucket are read one by one, none or all of a quarter of an hour.
    /// Ends of windows that lie evenly over one make the time of day of a measurement unimportant.
    private static final Duration BUCKET = Duration.ofMinutes(15);

    private final FreshRows fresh;
    private final Clock clock;
    private final BenchPlan plan;

    Reading(FreshRows fresh, Clock clock, BenchPlan plan) {
        this.fresh = fresh;
        this.clock = clock;
        this.plan = plan;
    }

    <A> Latencies ours(Question<A> question) throws StoreException {
        var latencies = new Latencies();
        for (int run = -WARM_UP; run < plan.runs(); run++) {
            var row = fresh.write();
            Instant now = clock.instant().plus(BUCKET.multipliedBy(Math.max(0, run)).dividedBy(plan.runs()));
            long start = System.nanoTime();
            A answer = question.ask(now);
            long duration = System.nanoTime() - start;
            if (!question.shows(answer, row)) {
                throw new IllegalStateException(
                        question.name() + " does not show a row that was committed before it was asked: " + row);
            }
            if (run >= 0) {
                latencies.add(duration);
            }
        }
        return latencies;
    }

    Latencies naive(Question<?> question) {
        var latencies = new Latencies();
        for (int run = 0; run < plan.naiveRuns(); run++) {
            Instant now = clock.instant();
            long start = System.nanoTime();
            question.askNaively(now);
            latencies.add(System.nanoTime() - start);
        }
        return latencies;
    }

    /// Compares both answers; nobody may write meanwhile.
    <A> void compare(Question<A> question) throws StoreException {
        Instant now = clock.instant();
        var difference = question.figures(question.ask(now)).difference(question.askNaively(now));
        if (difference.isPresent()) {
            throw new IllegalStateException(
                    question.name() + " differs from plain SQL over the rows: " + difference.get());
        }
    }
}
