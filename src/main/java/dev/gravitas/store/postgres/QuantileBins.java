package dev.gravitas.store.postgres;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/// Quantiles of figures that were counted in logarithmic bins (DDSketch: C. Masson, J. Rim, H. Lee, VLDB 2019), read from
/// the entries that the SQL function `telemetry_bin` describes. A quantile is nearest-rank and at most 1.5 % off; the
/// exact least and greatest figure bound it, so a single figure is told exactly.
final class QuantileBins {
    /// ln of the ratio of a bin's ends; its half's hyperbolic tangent is the relative error.
    static final double LN_GAMMA = 0.03;

    private static final int ZERO = Short.MIN_VALUE;
    private static final int ENTRY_BYTES = 6;

    private final double least;
    private final double greatest;
    private final int firstBin;
    private final long[] counts;
    private long zeros;
    private long total;

    private QuantileBins(double least, double greatest, int firstBin, int bins) {
        this.least = least;
        this.greatest = greatest;
        this.firstBin = firstBin;
        this.counts = new long[bins];
    }

    /// @param entries of any order, a bin may come more than once
    /// @param least figure in them
    /// @param greatest figure in them
    /// @return null where there is no figure
    static @Nullable QuantileBins of(byte @Nullable [] entries, double least, double greatest) {
        if (entries == null || entries.length == 0) {
            return null;
        }
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        ByteBuffer buffer = ByteBuffer.wrap(entries);
        for (int at = 0; at < entries.length; at += ENTRY_BYTES) {
            int bin = buffer.getShort(at);
            if (bin != ZERO) {
                first = Math.min(first, bin);
                last = Math.max(last, bin);
            }
        }
        QuantileBins bins = new QuantileBins(least, greatest, first, Math.max(0, last - first + 1));
        bins.add(buffer);
        return bins;
    }

    private void add(ByteBuffer entries) {
        while (entries.remaining() >= ENTRY_BYTES) {
            int bin = entries.getShort();
            int count = entries.getInt();
            total += count;
            if (bin == ZERO) {
                zeros += count;
            } else {
                counts[bin - firstBin] += count;
            }
        }
    }

    /// @param share from 0 to 1
    double at(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = zeros;
        if (rank <= seen) {
            return 0;
        }
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (rank <= seen) {
                return Math.clamp(middle(firstBin + i), least, greatest);
            }
        }
        return greatest;
    }

    private static double middle(int bin) {
        return 2 * Math.exp(LN_GAMMA * bin) / (Math.exp(LN_GAMMA) + 1);
    }
}
