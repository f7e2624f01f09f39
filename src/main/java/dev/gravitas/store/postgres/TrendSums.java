package dev.gravitas.store.postgres;

import dev.gravitas.model.DailyTrend.Figures;
import dev.gravitas.model.Definition;
import dev.gravitas.model.EventType;
import dev.gravitas.model.LoadLatency;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the rollups hold of one kind of event of one model in one slice of time.
///
/// @param figures rows that have a figure: ranked requests, or loads that succeeded and tell their seconds
/// @param bins of the figures, see [QuantileBins]
record TrendSums(String eventType, String component, Definition definition, Instant slice, long rows, long failed,
        long figures, double ms, double tokens, double figureSum, double figureMin, double figureMax,
        byte @Nullable [] bins) {

    /// Adds up what comes in several pieces.
    static List<TrendSums> whole(List<TrendSums> pieces) {
        Map<List<Object>, TrendSums> slices = new LinkedHashMap<>();
        for (TrendSums piece : pieces) {
            slices.merge(List.of(piece.eventType, piece.component, piece.definition, piece.slice), piece,
                    TrendSums::plus);
        }
        return List.copyOf(slices.values());
    }

    static List<TrendGroup> requests(List<TrendSums> slices) {
        return slices.stream()
                .filter(sums -> sums.eventType.equals(EventType.THOUGHT_LATENCY))
                .map(TrendSums::requests)
                .toList();
    }

    private TrendGroup requests() {
        @Nullable
        QuantileBins quantiles = quantiles();
        return new TrendGroup(component, definition, slice, figures, ms, tokens, quantiles == null
                ? null
                : new Figures(ms / tokens, figures, Math.round(tokens), quantiles.at(0.5), quantiles.at(0.95)));
    }

    /// Loads by slice, and of all slices under none.
    static List<LoadGroup> loads(List<TrendSums> slices) {
        List<LoadGroup> groups = new ArrayList<>();
        Map<String, TrendSums> totals = new LinkedHashMap<>();
        for (TrendSums sums : slices) {
            if (sums.eventType.equals(EventType.LOAD_LATENCY)) {
                groups.add(new LoadGroup(sums.component, sums.slice, sums.latency()));
                totals.merge(sums.component, sums, TrendSums::plus);
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

    private TrendSums plus(TrendSums other) {
        return new TrendSums(eventType, component, definition, slice, rows + other.rows, failed + other.failed,
                figures + other.figures, ms + other.ms, tokens + other.tokens, figureSum + other.figureSum,
                least(other), greatest(other), joined(bins, other.bins));
    }

    // A slice without a figure has no extremes.
    private double least(TrendSums other) {
        if (figures == 0 || other.figures == 0) {
            return figures == 0 ? other.figureMin : figureMin;
        }
        return Math.min(figureMin, other.figureMin);
    }

    private double greatest(TrendSums other) {
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
