package dev.gravitas.store;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.model.VramRecord;

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

    /// What is stored of GPUs' memory by every workstation, as of one moment: each row where the window is not longer than six hours
    /// and has not too many, else slices of 15 minutes, or of an hour beyond eight days. Of lockouts and of loads the newest 500 at most; lockouts
    /// that began up to 60 days before the window are found.
    VramRecord vram(TimeWindow window) throws StoreException;
}
