package dev.gravitas.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A GPU whose program leaks, and is restarted twice a day. In some runs it leaks so fast that the memory runs out five minutes
/// before.
record LeakingGpu(Scenario scenario, Card card) implements ScriptedGpu {
    private static final double RUN = Scenario.hours(12);
    private static final double UNTIL_LOCKOUT = RUN - 300;
    /// The run in which the demo starts.
    private static final double FIRST_RUN = 1_200 - UNTIL_LOCKOUT;
    private static final int CONTEXT = 3_500;
    private static final double NOISE = 6;
    private static final Set<Long> TO_LOCKOUT = Set.of(0L, -9L, -41L, -86L);

    @Override
    public double used(double second) {
        long run = run(second);
        double since = second - start(run);
        double atStart = model(run).mib() + CONTEXT;
        double room = card.totalMib() - RESERVED - atStart - card.thresholdMib();
        double noise = NOISE * (scenario.dice().share(6, (long) second) - 0.5);
        return atStart + room * pace(run) * since / UNTIL_LOCKOUT + noise;
    }

    /// How much of the room is gone by the time at which a run to the lockout has used it up.
    private double pace(long run) {
        return TO_LOCKOUT.contains(run) ? 1 : 0.5 + 0.3 * scenario.dice().share(7, run);
    }

    private static long run(double second) {
        return (long) Math.floor((second - FIRST_RUN) / RUN);
    }

    private static double start(long run) {
        return FIRST_RUN + run * RUN;
    }

    private DemoModel model(long run) {
        return DemoModel.on(card.index()).get((int) Math.floorMod(run, 2L));
    }

    @Override
    public boolean answers(double second) {
        return true;
    }

    @Override
    public List<Held> held(double second) {
        return List.of(new Held(FIRST_PID + card.index() * 10L, "vllm", model(run(second)), used(second) - 350));
    }

    @Override
    public List<Loaded> loads(double from, double to) {
        var loads = new ArrayList<Loaded>();
        for (long run = run(from); start(run) < to; run++) {
            var model = model(run);
            double seconds = Exact.sixtyFourths(model.loadSeconds() * Math.exp(0.15 * scenario.dice().bell(8, run)));
            double done = start(run) + seconds;
            if (done >= from && done < to) {
                loads.add(new Loaded(model, done, seconds, true));
            }
        }
        return loads;
    }

    @Override
    public List<Scenario.Span> lockouts() {
        return TO_LOCKOUT.stream()
                .filter(run -> run < 0)
                .map(run -> new Scenario.Span(start(run) + UNTIL_LOCKOUT, RUN - UNTIL_LOCKOUT))
                .sorted(Comparator.comparingDouble(Scenario.Span::from))
                .toList();
    }
}
