package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

/// How full the memory of a GPU is. Sizes are bytes.
///
/// @param totalBytes of the GPU, or what a model can have at most where memory is shared with the processor
/// @param reservedBytes held by the driver and firmware, null where the answer counts them as used
/// @param usedBytes allocated by programs
/// @param freeBytes what a program can still have, the safe number of the three
/// @param source how it was found out, because that decides what `usedBytes` includes
public record VramReading(long totalBytes, @Nullable Long reservedBytes, long usedBytes, long freeBytes,
        Source source) {
    /// One MiB, the unit of VRAM in events.
    public static final long MIB = 1L << 20;

    /// Used as a share of the total, in percent.
    public double usedPercent() {
        return 100.0 * usedBytes / totalBytes;
    }

    /// V2 tells reserved memory apart; V1 counts it as used; MIG is one part of a GPU; UNIFIED is memory that the
    /// processor shares, where free is what the system has available.
    public enum Source {
        V2("v2"), V1("v1"), MIG("mig"), UNIFIED("uma");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /// How events, commands and documents call it.
        public String word() {
            return word;
        }
    }
}
