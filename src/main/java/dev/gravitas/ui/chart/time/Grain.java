package dev.gravitas.ui.chart.time;

import java.time.Duration;

/// What one reading of a chart stands for: a moment, or a whole UTC day, whose reading lies at noon.
public enum Grain {
    MOMENTS(Duration.ofSeconds(10)), DAYS(Duration.ofDays(3));

    private final Duration shortest;

    Grain(Duration shortest) {
        this.shortest = shortest;
    }

    /// The shortest span that still tells something.
    public Duration shortest() {
        return shortest;
    }
}
