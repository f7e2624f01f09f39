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

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Queries that answer what a test wants: an empty store at first, then what it is given, or a failure.
public final class FakeTelemetryQueries implements TelemetryQueries {
    private final Clock clock;
    private volatile @Nullable EfficiencyRanking ranking;
    private volatile @Nullable SixtyDayStatistics statistics;
    private volatile @Nullable Footprint footprint;
    private volatile @Nullable VramRecord vram;
    private volatile StoredRows rows = new StoredRows(0, 0, 0, 0, null);
    private volatile Callable<?> before = () -> "nothing";

    public FakeTelemetryQueries(Clock clock) {
        this.clock = clock;
    }

    public void answer(EfficiencyRanking other) {
        ranking = other;
    }

    public void answer(SixtyDayStatistics other) {
        statistics = other;
    }

    public void answer(Footprint other) {
        footprint = other;
    }

    public void answer(VramRecord other) {
        vram = other;
    }

    public void answer(StoredRows other) {
        rows = other;
    }

    /// Runs in every query before it answers; may throw or wait.
    public void before(Callable<?> step) {
        before = step;
    }

    @Override
    public EfficiencyRanking efficiency(EfficiencyQuery query) throws StoreException {
        step();
        var given = ranking;
        return given != null
                ? given
                : new EfficiencyRanking(query.window(), null, List.of(), null, 0, 0, 0, List.of(), clock.instant());
    }

    @Override
    public SixtyDayStatistics sixtyDays() throws StoreException {
        step();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var given = statistics;
        return given != null
                ? given
                : new SixtyDayStatistics(today.minusDays(59), today, null, List.of(), clock.instant());
    }

    @Override
    public WindowTrends trends(TimeWindow window, SliceWidth width) throws StoreException {
        step();
        return new WindowTrends(width.whole(window), width, null, List.of(), clock.instant());
    }

    @Override
    public Map<String, LoadLatency> loadLatencies(TimeWindow window) throws StoreException {
        step();
        return Map.of();
    }

    @Override
    public List<VramRecord.Load> loads(TimeWindow window) throws StoreException {
        step();
        return List.of();
    }

    @Override
    public Footprint footprint() throws StoreException {
        step();
        var given = footprint;
        return given != null
                ? given
                : new Footprint(List.of(Footprint.Table.counted("system_telemetry", 0, 8192, 8192)), 8_000_000, null,
                        null,
                        clock.instant());
    }

    @Override
    public StoredRows storedRows() throws StoreException {
        step();
        return rows;
    }

    @Override
    public VramRecord vram(TimeWindow window) throws StoreException {
        step();
        var given = vram;
        return given != null ? given : new VramRecord(window, List.of(), List.of(), List.of());
    }

    private void step() throws StoreException {
        try {
            before.call();
        } catch (StoreException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<UpkeepRecord> upkeep() {
        return List.of();
    }
}
