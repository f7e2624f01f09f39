package dev.gravitas.ui.vram;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramRecord;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.filter.WindowChoice;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Asks the store for GPUs' memory. A long window is not asked for with each beat: a quarter of a minute is less than a pixel of
/// it. For one reading at a time.
final class StoredVram {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONG = Duration.ofDays(2);
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final TelemetryQueries queries;
    private final ModelColours colours;
    private @Nullable Kept chart;
    private @Nullable Kept week;

    private record Kept(WindowChoice choice, Instant asked, VramRecord record) {}

    /// @param colours of models: those that are ranked are told to it before any that a process names
    StoredVram(TelemetryQueries queries, ModelColours colours) {
        this.queries = queries;
        this.colours = colours;
    }

    /// Blocks.
    Stored read(WindowChoice choice, Instant now) throws StoreException {
        rankFirst(now);
        var window = choice.at(now);
        var length = Duration.between(window.from(), window.to());
        var shown = length.compareTo(LONG) < 0
                ? new Kept(choice, now, queries.vram(window))
                : kept(chart, choice, window, now);
        if (shown.equals(chart)) {
            // Nothing was read, and a store that does not answer must be noticed all the same.
            queries.upkeep();
        }
        chart = shown;
        if (length.compareTo(WEEK) >= 0 || choice instanceof WindowChoice.Range) {
            return new Stored(choice, shown.record(), shown.record());
        }
        var lately = kept(week, WindowChoice.Rolling.WEEK, TimeWindow.last(WEEK, now), now);
        week = lately;
        return new Stored(choice, shown.record(), lately.record());
    }

    private void rankFirst(Instant now) throws StoreException {
        if (colours.isRanked()) {
            return;
        }
        try {
            var days = EfficiencyQuery.of(WindowChoice.Rolling.SIXTY_DAYS.at(now)).withoutQuantiles();
            colours.seen(queries.efficiency(days).models().stream().map(ModelEfficiency::component).toList());
        } catch (StoreException e) {
            // Nobody knows for how long: what the GPUs hold gets its colours now.
            colours.seen(List.of());
            throw e;
        }
    }

    private Kept kept(@Nullable Kept before, WindowChoice choice, TimeWindow window, Instant now)
            throws StoreException {
        return before != null && before.choice().equals(choice) && !now.isAfter(before.asked().plus(KEPT))
                && !now.isBefore(before.asked())
                        ? before
                        : new Kept(choice, now, queries.vram(window));
    }
}
