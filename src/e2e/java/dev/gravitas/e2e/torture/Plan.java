package dev.gravitas.e2e.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What a round does and when: decided by the torture's seed and the round's number alone.
///
/// @param duringStart whether the first blow may come before the producer logs
/// @param first the blow, and how long after the start, or after the producer began to log, it comes
/// @param second a blow into the start-up and the recovery from the first; empty for none
record Plan(boolean duringStart, Blow first, List<Blow> second) {
    private static final int FIRST_START_MILLIS = 9_000;
    private static final int START_MILLIS = 2_500;
    private static final int RUN_MILLIS = 1_200;
    private static final int RECOVERY_MILLIS = 2_000;

    /// Whom to kill and when.
    ///
    /// @param which of the database's sessions, any number
    record Blow(Duration after, List<Victim> victims, int which) {}

    static Plan of(long seed, int round) {
        var random = new SplittableRandom(seed + round * 0x9E3779B97F4A7C15L);
        if (round == 1) {
            // The very first start unpacks, makes the cluster and its tables: nobody may be left who goes on with it.
            return new Plan(true, new Blow(after(random, FIRST_START_MILLIS),
                    List.of(Victim.PRODUCER, Victim.CONSOLE, Victim.POSTMASTER), 0), List.of());
        }
        var duringStart = random.nextInt(10) < 3;
        var first = blow(random, duringStart ? START_MILLIS : RUN_MILLIS);
        return new Plan(duringStart, first,
                random.nextInt(10) < 4 ? List.of(blow(random, RECOVERY_MILLIS)) : List.of());
    }

    private static Blow blow(RandomGenerator random, int longest) {
        var count = random.nextInt(3) == 0 ? random.nextInt(2, 4) : 1;
        var left = new ArrayList<>(List.of(Victim.values()));
        var victims = new ArrayList<Victim>();
        for (int i = 0; i < count; i++) {
            victims.add(left.remove(random.nextInt(left.size())));
        }
        return new Blow(after(random, longest), victims, random.nextInt());
    }

    private static Duration after(RandomGenerator random, int longest) {
        return Duration.ofMillis(random.nextInt(longest));
    }
}
