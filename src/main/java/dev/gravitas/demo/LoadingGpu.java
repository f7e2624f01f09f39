package dev.gravitas.demo;

import java.util.ArrayList;
import java.util.List;

/// A GPU that has one model after the other.
///
/// @param pastTurn seconds that a model stays, in the history
/// @param liveTurn the same some time after the demo has begun
/// @param crowded times in which a second model leaves too little
/// @param lost times in which it does not answer
record LoadingGpu(Scenario scenario, Card card, int pastTurn, int liveTurn, List<Scenario.Span> crowded,
        List<Scenario.Span> lost) implements ScriptedGpu {
    private static final int BASE = 600;
    private static final int CONTEXT = 700;
    /// The share of a turn after which its context is full; growing on and on would look like a leak.
    private static final double CONTEXT_GROWS = 0.3;
    /// Left free while it is crowded.
    private static final int LEFT = 640;
    private static final double FAILING = 0.02;
    /// Until then the model stays that the history ended with.
    private static final double FIRST_LIVE_TURN = 90;

    @Override
    public double used(double second) {
        if (crowded.stream().anyMatch(span -> span.holds(second))) {
            return card.totalMib() - RESERVED - LEFT - 60 * scenario.dice().share(2, card.index(), (long) second);
        }
        double since = second - turnStart(second);
        var model = model(second);
        double there = comesIn(second) ? Math.min(1, since / model.loadSeconds()) : 1;
        return BASE + there * model.mib() + CONTEXT * Math.min(1, since / (CONTEXT_GROWS * turn(second)));
    }

    private int turn(double second) {
        return second < FIRST_LIVE_TURN ? pastTurn : liveTurn;
    }

    private double turnStart(double second) {
        return FIRST_LIVE_TURN + turnNumber(second) * turn(second);
    }

    /// Below 0 up to the first live one, which is 0.
    private long turnNumber(double second) {
        return (long) Math.floor((second - FIRST_LIVE_TURN) / turn(second));
    }

    private DemoModel model(double second) {
        return model(turnNumber(second));
    }

    private DemoModel model(long number) {
        var models = DemoModel.on(card.index());
        return models.get(scenario.dice().below(models.size(), 3, card.index(), number));
    }

    /// Whether the turn's model is another than the one before.
    private boolean comesIn(double second) {
        return !model(second).equals(model(turnNumber(second) - 1));
    }

    @Override
    public boolean answers(double second) {
        return lost.stream().noneMatch(span -> span.holds(second));
    }

    @Override
    public List<Held> held(double second) {
        var held = new ArrayList<Held>();
        double mine = used(second) - BASE;
        var model = model(second);
        if (mine > model.mib() + CONTEXT) {
            double first = model.mib() + CONTEXT / 2.0;
            held.add(new Held(pid(1), "llama-server", DemoModel.on(card.index()).getLast(), mine - first));
            mine = first;
        }
        held.add(new Held(pid(0), "ollama", model, mine));
        return held;
    }

    private long pid(int which) {
        return FIRST_PID + card.index() * 10L + which;
    }

    @Override
    public List<Loaded> loads(double from, double to) {
        var loads = new ArrayList<Loaded>();
        for (double start = turnStart(from); start < to; start = turnStart(start + turn(start) + 0.5)) {
            var model = model(start);
            double seconds = Exact.sixtyFourths(model.loadSeconds()
                    * Math.exp(0.15 * scenario.dice().bell(4, card.index(), turnNumber(start))));
            double done = start + seconds;
            if (comesIn(start) && answers(start) && done >= from && done < to) {
                boolean failed = scenario.dice().share(5, card.index(), turnNumber(start)) < FAILING;
                loads.add(new Loaded(model, done, seconds, !failed));
            }
        }
        return loads;
    }

    @Override
    public List<Scenario.Span> lockouts() {
        return crowded.stream().filter(span -> span.from() < 0).toList();
    }
}
