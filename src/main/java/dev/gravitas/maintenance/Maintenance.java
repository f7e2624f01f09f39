package dev.gravitas.maintenance;

import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.store.UpkeepNotes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/// Does the duties. Thread-safe; every call blocks, within the store's time limits.
public final class Maintenance {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);

    private final TelemetryQueries queries;
    private final UpkeepNotes notes;
    private final Supplier<FootprintThresholds> thresholds;
    private final Clock clock;

    /// @param thresholds those that count now; never waits
    public Maintenance(TelemetryQueries queries, UpkeepNotes notes, Supplier<FootprintThresholds> thresholds,
            Clock clock) {
        this.queries = queries;
        this.notes = notes;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /// Does one now, whenever it was done last, and keeps what it found.
    public Finding perform(Duty duty) throws StoreException {
        var finding = switch (duty) {
            case FOOTPRINT -> Reviews.footprint(queries.footprint(), thresholds.get());
            case EFFICIENCY -> Reviews.efficiency(queries.sixtyDays());
            case PRUNING -> Reviews.pruning(queries.upkeep(), queries.footprint(), clock.instant());
        };
        notes.write(duty.task(), finding.text());
        return finding;
    }

    /// Does what is due. What fails is logged, and stays due.
    public void performDue() {
        for (var duty : Duty.values()) {
            try {
                Instant now = clock.instant();
                if (duty.due(queries.upkeep()).filter(now::isBefore).isEmpty()) {
                    LOG.info("{}: {}", duty.task(), perform(duty).text());
                }
            } catch (StoreException e) {
                LOG.warn("{} is tried again: {}", duty.task(), e.getMessage());
            } catch (RuntimeException e) {
                // A timer that calls this would never run again.
                LOG.warn("{} failed. It is tried again.", duty.task(), e);
            }
        }
    }
}
