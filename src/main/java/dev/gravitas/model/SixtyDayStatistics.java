package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Today (UTC) and the 59 days before, per model: ranked models by efficiency ascending, the others after them by name.
public record SixtyDayStatistics(LocalDate firstDay, LocalDate lastDay, @Nullable Definition definition,
        List<ModelTrend> trends, Instant generatedAt) {
    /// How many days the statistics span.
    public static final int DAYS = 60;

    public SixtyDayStatistics {
        trends = List.copyOf(trends);
    }
}
