package dev.gravitas.telemetry.spool;

/// Bounds of a spool.
///
/// @param maxBytes of events that it keeps, about
/// @param minFreeBytes of the disk that it leaves to others
/// @param reserveBytes held back on the disk, so that the spool can be emptied when there is no other byte left
public record SpoolLimits(long maxBytes, long minFreeBytes, int reserveBytes) {
    public static final SpoolLimits DEFAULT = new SpoolLimits(1L << 30, 128L << 20, 8 << 20);

    public SpoolLimits {
        if (maxBytes < 1 || minFreeBytes < 0 || reserveBytes < 0) {
            throw new IllegalArgumentException("Limits of a spool must not be negative.");
        }
    }
}
