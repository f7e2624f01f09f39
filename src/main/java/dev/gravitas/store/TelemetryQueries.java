package dev.gravitas.store;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.model.VramRecord;
import dev.gravitas.model.WindowTrends;

import java.util.List;
import java.util.Map;

/// The one way out: every figure that is shown, served or printed. Thread-safe; every call blocks, within the store's
/// time limits, and reads rows whoever wrote them.
public interface TelemetryQueries {
    EfficiencyRanking efficiency(EfficiencyQuery query) throws StoreException;

    /// Today by the store's clock (UTC) and the 59 days before.
    SixtyDayStatistics sixtyDays() throws StoreException;

    /// How models fared over a window, in whole slices: the first may begin before the window and the last end after it. Rows of any
    /// program, exact to the last row of each slice.
    WindowTrends trends(TimeWindow window, SliceWidth width) throws StoreException;

    /// The load latency of each model that was loaded in a window, exact to its ends; of all workstations.
    Map<String, LoadLatency> loadLatencies(TimeWindow window) throws StoreException;

    /// The newest loads in a window that succeeded and tell how long they took, 500 at most, oldest first.
    List<VramRecord.Load> loads(TimeWindow window) throws StoreException;

    Footprint footprint() throws StoreException;

    StoredRows storedRows() throws StoreException;

    /// What the store's upkeep did last, by task.
    List<UpkeepRecord> upkeep() throws StoreException;

    /// What is stored of GPUs' memory by every workstation, as of one moment: each row where the window is not longer than six hours
    /// and has not too many, else slices of 15 minutes, or of an hour beyond eight days. Of lockouts and of loads the newest 500 at most; lockouts
    /// that began up to 60 days before the window are found.
    VramRecord vram(TimeWindow window) throws StoreException;
}
