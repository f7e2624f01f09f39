package dev.gravitas.gpu;

/// The least free memory of a GPU since some moment, and when it was: as long as about as little was free, the last such time of
/// several. So a peak can be drawn from its beginning to its end, though no row was written then. For one thread.
final class LowFree {
    private long least = Long.MAX_VALUE;
    private long first;
    private long began;
    private long ended;
    private boolean low;

    /// @param alike bytes by which what is free may differ from the least and still be about as little
    /// @param nanos of a clock that never steps
    void heard(long free, long alike, long nanos) {
        least = Math.min(least, free);
        if (free > least + alike) {
            low = false;
            return;
        }
        if (!low || first > least + alike) {
            began = nanos;
            first = free;
        }
        low = true;
        ended = nanos;
    }

    /// The least, bytes.
    long bytes() {
        return least;
    }

    /// How long ago it began to be so little, seconds.
    double beganSecondsAgo(long nanos) {
        return (nanos - began) / 1e9;
    }

    /// How long ago it was so little for the last time, seconds.
    double endedSecondsAgo(long nanos) {
        return (nanos - ended) / 1e9;
    }
}
