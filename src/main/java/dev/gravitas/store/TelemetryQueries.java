package dev.gravitas.store;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.UpkeepRecord;

import java.util.List;

/// The one way out: every figure that is shown, served or printed. Thread-safe; every call blocks, within the store's
/// time limits, and reads rows whoever wrote them.
public interface TelemetryQueries {
    EfficiencyRanking efficiency(EfficiencyQuery query) throws StoreException;

    /// Today by the store's clock (UTC) and the 59 days before.
    SixtyDayStatistics sixtyDays() throws StoreException;

    Footprint footprint() throws StoreException;

    StoredRows storedRows() throws StoreException;

    /// What the store's upkeep did last, by task.
    List<UpkeepRecord> upkeep() throws StoreException;
}
