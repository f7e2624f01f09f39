package dev.gravitas.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// What a GPU of the demo does at a time, given in seconds since the start. MiB throughout.
sealed interface ScriptedGpu permits LoadingGpu, LeakingGpu {
    /// Held by the driver.
    int RESERVED = 400;
    /// Process numbers that no system gives out.
    long FIRST_PID = 90_000_000L;

    Card card();

    /// By programs.
    double used(double second);

    /// Whether it is not lost.
    boolean answers(double second);

    /// Who holds `used`, in part.
    List<Held> held(double second);

    /// Models that came into memory in `[from, to)`.
    List<Loaded> loads(double from, double to);

    /// The times of too little free memory in the history, in order.
    List<Scenario.Span> lockouts();

    default double free(double second) {
        return card().totalMib() - RESERVED - used(second);
    }

    /// @param watts it may draw
    record Card(int index, String name, int totalMib, int watts) {
        /// Looks like the driver's, and is none of its.
        String id() {
            return "GPU-" + UUID.nameUUIDFromBytes(("demo " + name).getBytes(StandardCharsets.UTF_8));
        }

        /// As the console's own rule has it.
        double thresholdMib() {
            return Math.max(totalMib / 20, 1_024);
        }
    }

    /// @param model that its command line names
    record Held(long pid, String program, DemoModel model, double mib) {}

    /// @param second when the load was done
    record Loaded(DemoModel model, double second, double seconds, boolean success) {}
}
