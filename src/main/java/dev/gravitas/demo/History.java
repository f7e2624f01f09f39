package dev.gravitas.demo;

import dev.gravitas.telemetry.TelemetryLogger;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/// The sixty days before the demo began.
public record History(Scenario scenario) {
    /// Writes it day by day, each day durable before the next. Takes some seconds.
    ///
    /// @param logger whose time is that clock's
    /// @param enough asked between days; once true, the rest is left out
    /// @throws IOException when something was not stored
    public void write(TelemetryLogger logger, ScriptClock clock, BooleanSupplier enough) throws IOException {
        for (Instant day = scenario.firstMoment(); day.isBefore(scenario.start()) && !enough.getAsBoolean(); day = day
                .plus(Duration.ofDays(1))) {
            List<CompletionStage<Boolean>> stored = new ArrayList<>();
            for (var event : day(day)) {
                clock.set(event.at());
                stored.add(logger.log(event.type(), event.component(), event.value(), event.metadata(),
                        event.status()));
            }
            for (var one : stored) {
                if (!one.toCompletableFuture().join()) {
                    throw new IOException("The history of the demo could not be stored; the log says why");
                }
            }
        }
    }

    /// The events of a UTC day up to the start, in order.
    List<DemoEvent> day(Instant midnight) {
        double from = scenario.second(midnight);
        double to = Math.min(0, from + Scenario.days(1));
        var requests = new Requests(scenario);
        var events = new ArrayList<DemoEvent>();
        DemoModel.ALL.forEach(model -> events.addAll(requests.ofDay(model, midnight)));
        events.removeIf(event -> !event.at().isBefore(scenario.start()));
        scenario.gpus().forEach(gpu -> events.addAll(new GpuPast(scenario, gpu).between(from, to)));
        events.sort(Comparator.comparing(DemoEvent::at).thenComparing(DemoEvent::component));
        return events;
    }
}
