package dev.gravitas.demo;

import dev.gravitas.telemetry.TelemetryLogger;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/// What was before the demo began.
///
/// @param days whole UTC days of it, before the day of the start
public record History(Scenario scenario, int days) {
    /// Sixty with the day of the start.
    public static final int DAYS = 59;
    /// As many days wait to be stored at most, about a thousand events each, so that the writer never waits for more.
    private static final int DAYS_AHEAD = 7;

    /// Writes it day by day, and returns once all is durable. Takes some seconds.
    ///
    /// @param logger whose time is that clock's
    /// @param enough asked between days; once true, the rest is left out
    /// @throws IOException when something was not stored
    public void write(TelemetryLogger logger, ScriptClock clock, BooleanSupplier enough) throws IOException {
        var underway = new ArrayDeque<List<CompletionStage<Boolean>>>();
        for (var day : midnights()) {
            if (enough.getAsBoolean()) {
                break;
            }
            underway.add(log(day(day), logger, clock));
            if (underway.size() > DAYS_AHEAD) {
                await(underway.remove());
            }
        }
        for (var day : underway) {
            await(day);
        }
    }

    /// Of its days, oldest first.
    List<Instant> midnights() {
        var today = scenario.start().atOffset(ZoneOffset.UTC).toLocalDate();
        return today.minusDays(days)
                .datesUntil(today.plusDays(1))
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .toList();
    }

    private static List<CompletionStage<Boolean>> log(List<DemoEvent> events, TelemetryLogger logger,
            ScriptClock clock) {
        List<CompletionStage<Boolean>> stored = new ArrayList<>();
        for (var event : events) {
            clock.set(event.at());
            stored.add(logger.log(event.type(), event.component(), event.value(), event.metadata(), event.status()));
        }
        return stored;
    }

    private static void await(List<CompletionStage<Boolean>> stored) throws IOException {
        for (var one : stored) {
            if (!one.toCompletableFuture().join()) {
                throw new IOException("The history of the demo could not be stored; the log says why");
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
