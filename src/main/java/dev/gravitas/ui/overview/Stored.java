package dev.gravitas.ui.overview;

import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.UpkeepRecord;

import java.util.List;
import java.util.Optional;

/// What the store has for the overview.
///
/// @param day the ranking of the last 24 hours
/// @param days the sixty days
record Stored(EfficiencyRanking day, SixtyDayStatistics days, Footprint footprint, StoredRows rows,
        List<UpkeepRecord> upkeep) {

    Stored {
        upkeep = List.copyOf(upkeep);
    }

    /// When rows that are too old were last removed, and how that went.
    Optional<UpkeepRecord> pruned() {
        return upkeep.stream().filter(done -> done.task().equals(UpkeepRecord.PRUNE)).findFirst();
    }
}
