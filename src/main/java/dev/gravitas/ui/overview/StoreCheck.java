package dev.gravitas.ui.overview;

import dev.gravitas.governance.Slowdown;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.model.Legible;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether what is stored can be read, is not too much, is pruned, and shows no model that became slower.
///
/// @param thresholds those that count now; never waits
record StoreCheck(Supplier<FootprintThresholds> thresholds, Moments moments, Formats formats, Strings strings) {
    /// Pruning is a daily duty.
    private static final Duration OVERDUE = Duration.ofHours(48);

    /// @param known what was read last, empty for nothing yet
    /// @param trouble why nothing newer can be read
    void look(Optional<Stored> known, Optional<Notice> trouble, DatabaseStatus database, Instant now,
            Findings findings) {
        if (trouble.isPresent() && database.state() == DatabaseStatus.State.READY) {
            var words = trouble.get();
            findings.worry(new Concern(Level.WARNING, words.title(), words.text(), Lead.FOOTPRINT));
        }
        if (trouble.isPresent() || known.isEmpty()) {
            findings.unchecked(strings.text(
                    trouble.isPresent() ? "overview.check.store.failed" : "overview.check.store.loading"));
        } else {
            footprint(known.get(), now, findings);
            pruning(known.get(), now, findings);
            speed(known.get(), findings);
        }
    }

    private void footprint(Stored stored, Instant now, Findings findings) {
        var limits = thresholds.get();
        var footprint = stored.footprint();
        var measured = strings.text("overview.measured", moments.at(footprint.measuredAt(), now));
        long bytes = footprint.telemetry().sizeBytes();
        if (bytes > limits.maxTableBytes()) {
            findings.worry(new Concern(Level.WARNING, strings.text("overview.worry.bytes", formats.bytes(bytes),
                    formats.bytes(limits.maxTableBytes())), measured, Lead.FOOTPRINT));
        }
        if (footprint.telemetryRows() > limits.maxRows()) {
            findings.worry(new Concern(Level.WARNING, strings.text("overview.worry.rows",
                    formats.count(footprint.telemetryRows()), formats.count(limits.maxRows())), measured,
                    Lead.FOOTPRINT));
        }
        if (bytes <= limits.maxTableBytes() && footprint.telemetryRows() <= limits.maxRows()) {
            findings.well(strings.text("overview.check.footprint"));
        }
    }

    private void pruning(Stored stored, Instant now, Findings findings) {
        stored.pruned()
                .filter(last -> Duration.between(last.doneAt(), now).compareTo(OVERDUE) > 0)
                .ifPresent(last -> findings.worry(new Concern(Level.WARNING, strings.text("overview.worry.pruning"),
                        strings.text("overview.worry.pruning.more", moments.at(last.doneAt(), now)),
                        Lead.FOOTPRINT)));
    }

    private void speed(Stored stored, Findings findings) {
        var worst = Slowdown.worst(stored.days().trends()).filter(slowdown -> slowdown.times() > Slowdown.WORSE);
        worst.ifPresentOrElse(
                slowdown -> findings.worry(new Concern(Level.WARNING,
                        strings.text("overview.worry.slower", Legible.name(slowdown.component()),
                                formats.percent(slowdown.times() - 1)),
                        strings.text("overview.worry.slower.more"), Lead.TRENDS)),
                () -> findings.well(strings.text("overview.check.speed")));
    }
}
