package dev.gravitas.demo;

import dev.gravitas.model.EventStatus;
import dev.gravitas.model.EventType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Requests to the models: some an hour each in the history, some a second while the demo runs.
record Requests(Scenario scenario) {
    private static final int FEWEST_A_DAY = 30;
    private static final int MORE_A_DAY = 16;
    private static final int MOST_A_SECOND = 3;
    private static final double FAILING = 0.015;

    /// Of one model in a UTC day, in no order.
    List<DemoEvent> ofDay(DemoModel model, Instant midnight) {
        long day = midnight.getEpochSecond() / 86_400;
        int index = DemoModel.ALL.indexOf(model);
        int count = FEWEST_A_DAY + scenario.dice().below(MORE_A_DAY, 10, index, day);
        var events = new ArrayList<DemoEvent>();
        for (int i = 0; i < count; i++) {
            double second = 86_400 * scenario.dice().share(11, index, day, i);
            events.add(request(model, midnight.plusMillis(Math.round(second * 1000)), index, day, i));
        }
        return events;
    }

    /// In one second while the demo runs.
    List<DemoEvent> ofSecond(long second) {
        int count = scenario.dice().below(MOST_A_SECOND + 1, 12, second);
        var events = new ArrayList<DemoEvent>();
        for (int i = 0; i < count; i++) {
            var model = DemoModel.ALL.get(scenario.dice().below(DemoModel.ALL.size(), 13, second, i));
            events.add(request(model, scenario.at(second), 14, second, i));
        }
        return events;
    }

    private DemoEvent request(DemoModel model, Instant at, long... name) {
        var dice = new Dice(scenario.dice().seed() + 31 * name[0] + 131_071 * name[1] + name[2]);
        int prompt = 40 + dice.below(1_500, 1);
        int tokens = 60 + dice.below(540, 2);
        double ttft = (90 + prompt * 0.35) * Math.exp(0.2 * dice.bell(3)) * model.msPerToken() / 15;
        double ms = Exact.eighths(
                tokens * model.msPerToken() * scenario.slowness(model, at) * Math.exp(0.12 * dice.bell(4)));
        boolean failed = dice.share(5) < FAILING;
        var told = new LinkedHashMap<String, Object>();
        told.put("model", model.name());
        told.put("inference_time_ms", ms);
        told.put("tokens_generated", tokens);
        told.put("prompt_tokens", prompt);
        told.put("total_tokens", prompt + tokens);
        told.put("latency_per_token_ms", ms / tokens);
        told.put("ttft_ms", Exact.eighths(ttft));
        told.put("definition", "inference");
        told.put("source", "demo");
        return new DemoEvent(at, EventType.THOUGHT_LATENCY, model.name(), ms / tokens, told,
                failed ? EventStatus.ERROR : EventStatus.SUCCESS);
    }
}
