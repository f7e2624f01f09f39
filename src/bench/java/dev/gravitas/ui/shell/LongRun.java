package dev.gravitas.ui.shell;

import dev.gravitas.testing.TestClock;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Hours of a window that is kept fresh, on a clock that runs as fast as the window can follow; each ten minutes of it another view
/// is opened. Whether nodes or heap grow.
final class LongRun {
    private static final List<Page> ROUND = List.of(Page.OVERVIEW, Page.VRAM, Page.TRENDS, Page.EFFICIENCY,
            Page.FOOTPRINT, Page.OVERVIEW);
    private static final int SECONDS_EACH = 600;

    private final BenchParts parts;

    LongRun(BenchParts parts) {
        this.parts = parts;
    }

    record State(int nodes, long heapBytes) {}

    /// @param early after the first hour, all views having been open
    record Found(int hours, State early, State late) {
        private static final long HEAP_SLACK = 4_000_000;

        boolean flat() {
            return late.nodes() <= early.nodes() && late.heapBytes() - early.heapBytes() < HEAP_SLACK;
        }
    }

    Found measure(int hours) throws Exception {
        var clock = new TestClock(Clock.systemUTC().instant().minus(Duration.ofHours(hours)));
        var states = new ArrayList<State>();
        try (var window = parts.window(Page.OVERVIEW, clock)) {
            window.painted();
            for (int hour = 0; hour < hours; hour++) {
                hour(window, clock);
                states.add(state(window));
            }
        }
        return new Found(hours, states.getFirst(), states.getLast());
    }

    // Ends at the page at which it began.
    private static void hour(BenchWindow window, TestClock clock) throws Exception {
        for (var page : ROUND) {
            window.go(page);
            for (int second = 0; second < SECONDS_EACH; second++) {
                clock.advance(Duration.ofSeconds(1));
                window.second();
                if (second % 2 == 0) {
                    window.beat();
                    window.painted();
                }
            }
        }
    }

    private static State state(BenchWindow window) throws Exception {
        var memory = ManagementFactory.getMemoryMXBean();
        // What awaits its cleaner after one collection is gone after the next.
        for (int time = 0; time < 3; time++) {
            memory.gc();
        }
        return new State(window.nodes(), memory.getHeapMemoryUsage().getUsed());
    }
}
