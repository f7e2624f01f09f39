package dev.gravitas.maintenance;

import dev.gravitas.governance.Slowdown;
import dev.gravitas.maintenance.Finding.Verdict;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.model.Legible;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.UpkeepRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// From what is stored to what a duty finds.
final class Reviews {
    private static final double MEGA = 1e6;
    private static final double PERCENT = 100;
    private static final int NAMED = 5;
    /// Pruning is a daily duty, so by then one was missed.
    private static final Duration OVERDUE = Duration.ofHours(48);
    /// Rows go by whole days: the oldest may be older than sixty days by one that has not ended, and by the day until the next
    /// pruning.
    private static final Duration OLDEST = Duration.ofDays(SixtyDayStatistics.DAYS + 2L);

    private Reviews() {
    }

    static Finding footprint(Footprint footprint, FootprintThresholds limits) {
        long bytes = footprint.telemetry().sizeBytes();
        boolean well = bytes <= limits.maxTableBytes() && footprint.telemetryRows() <= limits.maxRows();
        return Finding.of(well, text("The telemetry table takes %.1f of %.0f MB and has %,d of %,d rows.",
                bytes / MEGA, limits.maxTableBytes() / MEGA, footprint.telemetryRows(), limits.maxRows()));
    }

    /// Each model's last seven days against its days before.
    static Finding efficiency(SixtyDayStatistics statistics) {
        var changes = statistics.trends().stream().flatMap(trend -> Slowdown.change(trend).stream()).toList();
        var worse = changes.stream().filter(change -> change.times() > Slowdown.WORSE).toList();
        long untold = statistics.trends().stream().filter(ModelTrend::ranked).count() - changes.size();
        var words = text("%d models compared: ms/token of their last 7 days against the days before.", changes.size());
        if (!worse.isEmpty()) {
            words += " More than 20 % slower: " + listed(worse) + ".";
        }
        if (untold > 0) {
            words += text(" Too few days to tell: %d.", untold);
        }
        return changes.isEmpty() ? new Finding(Verdict.UNTOLD, words) : Finding.of(worse.isEmpty(), words);
    }

    private static String listed(List<Slowdown> worse) {
        var named = worse.stream()
                .sorted((one, other) -> Double.compare(other.times(), one.times()))
                .limit(NAMED)
                .map(change -> text("%s by %.0f %%", Legible.name(change.component()), (change.times() - 1) * PERCENT))
                .collect(Collectors.joining(", "));
        return worse.size() > NAMED ? named + text(" and %d more", worse.size() - NAMED) : named;
    }

    static Finding pruning(List<UpkeepRecord> upkeep, Footprint footprint, Instant now) {
        var last = upkeep.stream().filter(record -> record.task().equals(UpkeepRecord.PRUNE)).findFirst();
        var oldest = footprint.oldestRecord();
        boolean ran = last.filter(record -> record.doneAt().plus(OVERDUE).isAfter(now)).isPresent();
        boolean kept = oldest == null || oldest.plus(OLDEST).isAfter(now);
        var run = last.map(record -> "Pruning last ran on " + day(record.doneAt()) + ". " + record.detail())
                .orElse("Pruning never ran.");
        var age = oldest == null
                ? " No row is stored."
                : text(" The oldest row is of %s, %d days ago.", day(oldest), Duration.between(oldest, now).toDays());
        return Finding.of(ran && kept, run + age);
    }

    private static String day(Instant at) {
        return at.toString().substring(0, "2026-01-01".length());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
