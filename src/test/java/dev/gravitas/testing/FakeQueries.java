package dev.gravitas.testing;

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
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Answers of an empty database, remembers the last ranking asked for, and fails when told to. Thread-safe.
public final class FakeQueries implements TelemetryQueries {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    private volatile @Nullable StoreException failure;
    private volatile @Nullable EfficiencyQuery asked;

    public void failWith(@Nullable StoreException exception) {
        failure = exception;
    }

    public @Nullable EfficiencyQuery asked() {
        return asked;
    }

    @Override
    public EfficiencyRanking efficiency(EfficiencyQuery query) throws StoreException {
        asked = query;
        requireUp();
        return new EfficiencyRanking(query.window(), null, List.of(), null, 0, 0, 0, List.of(), THEN);
    }

    @Override
    public SixtyDayStatistics sixtyDays() throws StoreException {
        requireUp();
        return new SixtyDayStatistics(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(59), null, List.of(), THEN);
    }

    @Override
    public WindowTrends trends(TimeWindow window, SliceWidth width) throws StoreException {
        requireUp();
        return new WindowTrends(width.whole(window), width, null, List.of(), THEN);
    }

    @Override
    public Map<String, LoadLatency> loadLatencies(TimeWindow window) throws StoreException {
        requireUp();
        return Map.of();
    }

    @Override
    public List<VramRecord.Load> loads(TimeWindow window) throws StoreException {
        requireUp();
        return List.of();
    }

    @Override
    public Footprint footprint() throws StoreException {
        requireUp();
        return new Footprint(List.of(Footprint.Table.counted("system_telemetry", 0, 0, 0)), 0, null, null, THEN);
    }

    @Override
    public StoredRows storedRows() throws StoreException {
        requireUp();
        return new StoredRows(0, 0, 0, 0, null);
    }

    @Override
    public VramRecord vram(TimeWindow window) throws StoreException {
        requireUp();
        return new VramRecord(window, List.of(), List.of(), List.of());
    }

    private void requireUp() throws StoreException {
        var exception = failure;
        if (exception != null) {
            throw exception;
        }
    }

    @Override
    public List<UpkeepRecord> upkeep() {
        return List.of();
    }
}
