package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;

import java.time.Duration;
import java.time.Instant;

/// What the charts of one view have in common: the span they show and the moment that is pointed at.
public record ChartLink(ChartSpan span, Crosshair crosshair) {
    public ChartLink() {
        this(new ChartSpan(new TimeWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)), Duration.ofSeconds(1)),
                new Crosshair());
    }
}
