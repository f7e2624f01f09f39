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
    private static final double TRIED_AGAIN_AFTER = 4;
    /// Until then the model stays that the history ended with.
    private static final double FIRST_LIVE_TURN = 90;

    /// A model's time on the GPU.
    ///
    /// @param begins when it is loaded; later than the turn where the GPU is lost then
    /// @param tries the seconds that each try to load it takes, of which the last succeeds; none where it is there already
    private record Turn(DemoModel model, double begins, double ends, List<Double> tries) {
        /// When a try begins, or, of the number of tries, when the model is there.
        double begins(int attempt) {
            double waits = Math.clamp(attempt, 0, Math.max(0, tries.size() - 1)) * TRIED_AGAIN_AFTER;
            return begins + waits + tries.stream().limit(attempt).mapToDouble(Double::doubleValue).sum();
        }

        double there() {
            return begins(tries.size());
        }

        /// How much of it is in memory; of a load that failed nothing.
        double share(double second) {
            for (int attempt = 0; attempt < tries.size(); attempt++) {
                double since = second - begins(attempt);
                if (since < tries.get(attempt)) {
                    return Math.max(0, since / tries.get(attempt));
                }
            }
            return 1;
        }
    }

    private Turn turn(double second) {
        return turn((long) Math.floor((second - FIRST_LIVE_TURN) / length(second)));
    }

    private Turn turn(long number) {
        double start = start(number);
        double begins = back(start);
        var model = model(number);
        boolean comesIn = begins > start || !model.equals(model(number - 1));
        return new Turn(model, begins, start(number + 1), comesIn ? tries(number, model) : List.of());
    }

    private int length(double second) {
        return second < FIRST_LIVE_TURN ? pastTurn : liveTurn;
    }

    /// @param number of a turn, below 0 up to the first live one, which is 0
    private double start(long number) {
        return FIRST_LIVE_TURN + number * (number < 0 ? pastTurn : liveTurn);
    }

    /// The first moment from then on at which the GPU is not lost.
    private double back(double second) {
        return lost.stream()
                .filter(span -> span.holds(second))
                .mapToDouble(span -> span.from() + span.seconds())
                .findFirst()
                .orElse(second);
    }

    private DemoModel model(long number) {
        var models = DemoModel.on(card.index());
        return models.get(scenario.dice().below(models.size(), 3, card.index(), number));
    }

    private List<Double> tries(long number, DemoModel model) {
        boolean fails = scenario.dice().share(5, card.index(), number) < FAILING;
        double first = seconds(model, 4, number);
        return fails ? List.of(first, seconds(model, 21, number)) : List.of(first);
    }

    private double seconds(DemoModel model, int use, long number) {
        return Exact
                .sixtyFourths(model.loadSeconds() * Math.exp(0.15 * scenario.dice().bell(use, card.index(), number)));
    }

    @Override
    public double used(double second) {
        return isCrowded(second)
                ? card.totalMib() - RESERVED - LEFT - 60 * scenario.dice().share(2, card.index(), (long) second)
                : BASE + alone(turn(second), second);
    }

    private boolean isCrowded(double second) {
        return crowded.stream().anyMatch(span -> span.holds(second));
    }

    /// What the turn's model holds while it is the only one.
    private double alone(Turn turn, double second) {
        double context = Math.clamp((second - turn.there()) / (CONTEXT_GROWS * length(second)), 0, 1);
        return turn.share(second) * turn.model().mib() + CONTEXT * context;
    }

    @Override
    public boolean answers(double second) {
        return lost.stream().noneMatch(span -> span.holds(second));
    }

    @Override
    public List<Held> held(double second) {
        var held = new ArrayList<Held>();
        double mine = used(second) - BASE;
        var model = turn(second).model();
        if (mine > model.mib() + CONTEXT) {
            double first = model.mib() + CONTEXT / 2.0;
            held.add(new Held(pid(1), "llama-server", DemoModel.on(card.index()).getLast(), mine - first));
            mine = first;
        }
        if (mine > 0) {
            held.add(new Held(pid(0), "ollama", model, mine));
        }
        return held;
    }

    private long pid(int which) {
        return FIRST_PID + card.index() * 10L + which;
    }

    @Override
    public List<Loaded> loads(double from, double to) {
        var loads = new ArrayList<Loaded>();
        for (var turn = turn(from); turn.begins() < to; turn = turn(turn.ends() + 0.5)) {
            for (int attempt = 0; attempt < turn.tries().size(); attempt++) {
                double seconds = turn.tries().get(attempt);
                double done = turn.begins(attempt) + seconds;
                if (done >= from && done < Math.min(to, turn.ends())) {
                    loads.add(new Loaded(turn.model(), done, seconds, attempt == turn.tries().size() - 1));
                }
            }
        }
        return loads;
    }

    @Override
    public List<Scenario.Span> lockouts() {
        return crowded.stream().filter(span -> span.from() < 0).toList();
    }
}
