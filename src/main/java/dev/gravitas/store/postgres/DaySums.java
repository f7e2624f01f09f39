package dev.gravitas.store.postgres;

import dev.gravitas.model.DailyTrend.Figures;
import dev.gravitas.model.Definition;
import dev.gravitas.model.EventType;
import dev.gravitas.model.LoadLatency;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the rollups hold of one kind of event of one model on one UTC day.
///
/// @param figures rows that have a figure: ranked requests, or loads that succeeded and tell their seconds
/// @param bins of the figures, see [QuantileBins]
record DaySums(String eventType, String component, Definition definition, LocalDate day, long rows, long failed,
        long figures, double ms, double tokens, double figureSum, double figureMin, double figureMax,
        byte @Nullable [] bins) {

    /// Adds up what comes in several pieces.
    static List<DaySums> whole(List<DaySums> pieces) {
        Map<List<Object>, DaySums> days = new LinkedHashMap<>();
        for (DaySums piece : pieces) {
            days.merge(List.of(piece.eventType, piece.component, piece.definition, piece.day), piece, DaySums::plus);
        }
        return List.copyOf(days.values());
    }

    static List<DailyGroup> requests(List<DaySums> days) {
        return days.stream()
                .filter(sums -> sums.eventType.equals(EventType.THOUGHT_LATENCY))
                .map(DaySums::requests)
                .toList();
    }

    private DailyGroup requests() {
        @Nullable
        QuantileBins quantiles = quantiles();
        return new DailyGroup(component, definition, day, figures, ms, tokens, quantiles == null
                ? null
                : new Figures(ms / tokens, figures, Math.round(tokens), quantiles.at(0.5), quantiles.at(0.95)));
    }

    /// Loads by day, and over all days under no day.
    static List<LoadGroup> loads(List<DaySums> days) {
        List<LoadGroup> groups = new ArrayList<>();
        Map<String, DaySums> totals = new LinkedHashMap<>();
        for (DaySums sums : days) {
            if (sums.eventType.equals(EventType.LOAD_LATENCY)) {
                groups.add(new LoadGroup(sums.component, sums.day, sums.latency()));
                totals.merge(sums.component, sums, DaySums::plus);
            }
        }
        totals.forEach((component, sums) -> groups.add(new LoadGroup(component, null, sums.latency())));
        return groups;
    }

    private LoadLatency latency() {
        @Nullable
        QuantileBins quantiles = quantiles();
        return quantiles == null
                ? new LoadLatency(rows - failed, figures, failed, null, null, null)
                : new LoadLatency(rows - failed, figures, failed, figureSum / figures, quantiles.at(0.5),
                        quantiles.at(0.95));
    }

    private @Nullable QuantileBins quantiles() {
        return QuantileBins.of(bins, figureMin, figureMax);
    }

    private DaySums plus(DaySums other) {
        return new DaySums(eventType, component, definition, day, rows + other.rows, failed + other.failed,
                figures + other.figures, ms + other.ms, tokens + other.tokens, figureSum + other.figureSum,
                least(other), greatest(other), joined(bins, other.bins));
    }

    // A day without a figure has no extremes.
    private double least(DaySums other) {
        if (figures == 0 || other.figures == 0) {
            return figures == 0 ? other.figureMin : figureMin;
        }
        return Math.min(figureMin, other.figureMin);
    }

    private double greatest(DaySums other) {
        if (figures == 0 || other.figures == 0) {
            return figures == 0 ? other.figureMax : figureMax;
        }
        return Math.max(figureMax, other.figureMax);
    }

    private static byte @Nullable [] joined(byte @Nullable [] one, byte @Nullable [] other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        var both = new ByteArrayOutputStream(one.length + other.length);
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
