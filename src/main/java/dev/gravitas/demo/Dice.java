package dev.gravitas.demo;

import java.util.SplittableRandom;

/// Chance that is the same each time: every throw is named by numbers.
///
/// @param seed of the demo
record Dice(long seed) {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /// From 0, included, to 1, excluded.
    double share(long... name) {
        return generator(name).nextDouble();
    }

    /// Around 0, normally distributed with a deviation of 1.
    double bell(long... name) {
        return generator(name).nextGaussian();
    }

    /// From 0 on, below `end`.
    int below(int end, long... name) {
        return generator(name).nextInt(end);
    }

    private SplittableRandom generator(long... name) {
        long mixed = seed;
        for (long part : name) {
            mixed = Long.rotateLeft(mixed ^ part * STEP, 27) * STEP + part;
        }
        return new SplittableRandom(mixed);
    }
}
