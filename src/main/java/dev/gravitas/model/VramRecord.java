package dev.gravitas.model;

import dev.gravitas.model.GpuIdentity.Part;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is stored of GPUs' memory in a window.
///
/// @param window that was asked for
/// @param lines by host and GPU
/// @param lockouts newest first; those that began before the window and reach into it included
/// @param loads of models, oldest first
public record VramRecord(TimeWindow window, List<Line> lines, List<Lockout> lockouts, List<Load> loads) {
    /// A GPU that is watched gets a row each quarter of an hour at least, give or take a reading. Of a longer time between two
    /// rows nothing is known.
    public static final Duration LONGEST_BETWEEN_ROWS = Duration.ofMinutes(16);

    public VramRecord {
        lines = List.copyOf(lines);
        lockouts = List.copyOf(lockouts);
        loads = List.copyOf(loads);
    }

    /// One GPU.
    ///
    /// @param host whose console recorded it; empty for rows of other programs
    /// @param gpu its id
    /// @param name null where no row tells
    /// @param index null where no row tells
    /// @param part which part of a GPU, null for a whole one and where no row tells
    /// @param totalMib as the newest row has it, null where it does not tell
    /// @param slices oldest first; those just outside the window included, because what they say holds on into it
    public record Line(String host, String gpu, @Nullable String name, @Nullable Integer index,
            @Nullable Part part, @Nullable Double totalMib, List<Slice> slices) {
        public Line {
            slices = List.copyOf(slices);
        }
    }

    /// One row of a GPU, or those of some minutes among which none is missing.
    ///
    /// @param from time of the first row
    /// @param to time of the last, the same where there is one
    /// @param leastFreeMib the least that was free, also before the first row and between rows where they tell
    /// @param lastFreeMib what was free at `to`, null where that is not known of several rows
    /// @param mostUsedMib of the rows, null where none tells
    /// @param rows how many
    /// @param low when the least was free, null where that is not known
    public record Slice(Instant from, Instant to, @Nullable Double leastFreeMib, @Nullable Double lastFreeMib,
            @Nullable Double mostUsedMib, long rows, @Nullable Low low) {

        /// Without the time of the least.
        public Slice(Instant from, Instant to, @Nullable Double leastFreeMib, @Nullable Double lastFreeMib,
                @Nullable Double mostUsedMib, long rows) {
            this(from, to, leastFreeMib, lastFreeMib, mostUsedMib, rows, null);
        }
    }

    /// For how long about as little was free as ever since the row before; the last such time of several.
    public record Low(Instant from, Instant until) {}

    /// One time of too little free memory.
    ///
    /// @param episode id, null for rows of programs that give none
    /// @param ended null while nobody recorded an end
    /// @param lowestFreeMib null where no row tells
    /// @param thresholdMib null where no row tells
    /// @param endedBy null where no row tells
    /// @param holders what held most memory as it began, largest first
    public record Lockout(String host, String gpu, @Nullable String episode, Instant began, @Nullable Instant ended,
            @Nullable Double lowestFreeMib, @Nullable Double thresholdMib, @Nullable LockoutEnd endedBy,
            List<TopHolder> holders) {
        public Lockout {
            holders = List.copyOf(holders);
        }
    }

    /// Who held memory as a lockout began.
    public record TopHolder(long pid, @Nullable String program, @Nullable String model, @Nullable Double usedMib) {}

    /// A model that was loaded.
    ///
    /// @param at when the load ended
    /// @param seconds it took
    public record Load(String host, String model, Instant at, double seconds) {}
}
