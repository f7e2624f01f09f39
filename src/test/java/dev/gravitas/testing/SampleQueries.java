package dev.gravitas.testing;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.Quantiles;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.model.VramRecord;
import dev.gravitas.model.WindowTrends;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.store.UpkeepNotes;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Figures for tests, in place of a database. The model names are those of a public benchmark, every number is made up.
public final class SampleQueries implements TelemetryQueries, UpkeepNotes {
    /// The moment at which the figures were made.
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final List<String> NAMES = List.of("fireworks/llama-2-7b-chat", "together/llama-2-7b-chat",
            "anyscale/llama-2-13b-chat", "fireworks/llama-2-13b-chat", "together/llama-2-13b-chat",
            "lepton/llama-2-13b-chat", "replicate/llama-2-7b-chat", "bedrock/llama-2-13b-chat",
            "fireworks/llama-2-70b-chat", "anyscale/llama-2-70b-chat", "lepton/llama-2-70b-chat",
            "perplexity/llama-2-70b-chat", "replicate/llama-2-70b-chat");

    private volatile List<String> names = NAMES;
    private volatile int models = NAMES.size();
    private volatile boolean loads = true;
    private final Map<Integer, Double> slowed = new ConcurrentHashMap<>();
    private volatile long rows = 72_000;
    private volatile List<UpkeepRecord> upkeep = List.of();
    private volatile Function<TimeWindow, VramRecord> vram = window -> new VramRecord(window, List.of(), List.of(),
            List.of());
    private volatile @Nullable StoreException failure;
    private volatile @Nullable Runnable obstacle;
    private volatile @Nullable TimeWindow lastWindow;
    private volatile @Nullable TimeWindow lastTrends;

    /// The first `count` models only; none for an empty database.
    public SampleQueries models(int count) {
        models = count;
        return this;
    }

    /// Other names for the first models.
    public SampleQueries named(String... first) {
        names = Stream.concat(Stream.of(first), NAMES.stream().skip(first.length)).toList();
        return this;
    }

    /// A model takes so many times as long in its last seven days.
    public SampleQueries slowed(int model, double times) {
        slowed.put(model, times);
        return this;
    }

    public SampleQueries withoutLoads() {
        loads = false;
        return this;
    }

    public SampleQueries rows(long count) {
        rows = count;
        return this;
    }

    /// The window of the last ranking that was asked for.
    public @Nullable TimeWindow lastWindow() {
        return lastWindow;
    }

    @Override
    public void write(String task, String detail) throws StoreException {
        answer();
        upkeep = Stream.concat(upkeep.stream().filter(record -> !record.task().equals(task)),
                Stream.of(new UpkeepRecord(task, NOW, detail))).toList();
    }

    /// Every call fails from now on; null ends it.
    public SampleQueries failing(@Nullable StoreException with) {
        failure = with;
        return this;
    }

    /// Every call runs this first, so that a test can hold it up; null ends it.
    public SampleQueries obstructedBy(@Nullable Runnable by) {
        obstacle = by;
        return this;
    }

    private void answer() throws StoreException {
        var held = obstacle;
        if (held != null) {
            held.run();
        }
        var fault = failure;
        if (fault != null) {
            throw fault;
        }
    }

    private static double score(int model) {
        return 9.5 + model * model * 0.41 + model * 1.9;
    }

    @Override
    public EfficiencyRanking efficiency(EfficiencyQuery query) throws StoreException {
        lastWindow = query.window();
        answer();
        var lines = new ArrayList<ModelEfficiency>();
        for (int i = 0; i < models; i++) {
            if (query.component() == null || query.component().equals(names.get(i))) {
                lines.add(i == NAMES.size() - 1 ? unranked(i) : ranked(i, lines.size() + 1));
            }
        }
        var requests = lines.stream().filter(line -> line.rank() != null).mapToLong(ModelEfficiency::requests).sum();
        var tokens = lines.stream()
                .filter(line -> line.rank() != null)
                .mapToLong(ModelEfficiency::tokensGenerated)
                .sum();
        return new EfficiencyRanking(query.window(), lines.isEmpty() ? null : Definition.E2E, lines,
                requests == 0 ? null : 27.314, requests, tokens,
                lines.stream().mapToLong(ModelEfficiency::notRanked).sum(),
                models < NAMES.size()
                        ? List.of()
                        : List.of(new EfficiencyRanking.LeftOut(Definition.INFERENCE, 145, 21_750)),
                NOW);
    }

    private ModelEfficiency ranked(int model, int rank) {
        var score = score(model);
        return new ModelEfficiency(rank, names.get(model), Definition.E2E, score, 180.0 + model * 61,
                new Quantiles(score * 0.94, score * 1.31, score * 1.83), 1_204 - model * 71L, 181_204 - model * 9_731L,
                model * 7L, 0, NOW.minusSeconds(5_000_000), NOW.minusSeconds(60L + model * 7_621L));
    }

    private ModelEfficiency unranked(int model) {
        var score = score(model);
        return new ModelEfficiency(null, names.get(model), Definition.INFERENCE, score, null,
                new Quantiles(score, score, score), 145, 21_750, 5, 0, NOW.minusSeconds(5_000_000),
                NOW.minusSeconds(86_400));
    }

    @Override
    public SixtyDayStatistics sixtyDays() throws StoreException {
        answer();
        var last = LocalDate.parse("2026-11-23");
        var trends = new ArrayList<ModelTrend>();
        for (int i = 0; i < models; i++) {
            trends.add(trend(i, last));
        }
        return new SixtyDayStatistics(last.minusDays(SixtyDayStatistics.DAYS - 1), last,
                models == 0 ? null : Definition.E2E, trends, NOW);
    }

    private ModelTrend trend(int model, LocalDate last) {
        var days = new ArrayList<DailyTrend>();
        for (int day = 0; day < SixtyDayStatistics.DAYS; day++) {
            var date = last.minusDays(SixtyDayStatistics.DAYS - 1 - day);
            var wave = 1 + 0.05 * Math.sin(day * 0.7 + model) + 0.03 * Math.cos(day * 2.1 * (model + 1));
            var gap = (day + model * 5) % 23 < 3;
            var late = day < SixtyDayStatistics.DAYS - 7 ? 1 : slowed.getOrDefault(model, 1.0);
            var score = score(model) * wave * late;
            days.add(new DailyTrend(date, gap
                    ? null
                    : new DailyTrend.Figures(score, 20, 3_000, score * 0.95, score * 1.3), load(model, day, gap)));
        }
        return new ModelTrend(names.get(model), Definition.E2E, true, score(model), 1_100, 165_000,
                loads && model % 2 == 0
                        ? new LoadLatency(38, model == 4 ? 31 : 38, model / 4, 6.2 + model, 6.0 + model, 9.4 + model)
                        : null,
                days);
    }

    private @Nullable LoadLatency load(int model, int day, boolean gap) {
        if (!loads || gap || model % 2 != 0) {
            return null;
        }
        var seconds = 6 + model + Math.sin(day * 0.9 + model) * 0.8;
        return new LoadLatency(1, 1, 0, seconds, seconds, seconds);
    }

    @Override
    public WindowTrends trends(TimeWindow window, SliceWidth width) throws StoreException {
        lastTrends = window;
        answer();
        var whole = width.whole(window);
        var lines = IntStream.range(0, models).mapToObj(model -> line(model, whole, width)).toList();
        return new WindowTrends(whole, width, models == 0 ? null : Definition.E2E, lines, NOW);
    }

    private WindowTrends.Line line(int model, TimeWindow whole, SliceWidth width) {
        var slices = new ArrayList<WindowTrends.Slice>();
        for (var from = whole.from(); from.isBefore(whole.to()); from = from.plus(width.length())) {
            long index = from.getEpochSecond() / width.length().toSeconds();
            var score = score(model) * (1 + 0.06 * Math.sin(index * 0.4 + model));
            var gap = from.isAfter(NOW) || (index + model * 5L) % 23 < 3;
            slices.add(new WindowTrends.Slice(from,
                    gap ? null : new DailyTrend.Figures(score, 20, 3_000, score * 0.95, score * 1.3), null));
        }
        var told = slices.stream().filter(slice -> slice.figures() != null).count();
        return new WindowTrends.Line(names.get(model), Definition.E2E, told > 0, told > 0 ? score(model) : null,
                20 * told, 3_000 * told, null, slices);
    }

    /// The window of the last trends that were asked for.
    public @Nullable TimeWindow lastTrends() {
        return lastTrends;
    }

    @Override
    public Map<String, LoadLatency> loadLatencies(TimeWindow window) throws StoreException {
        answer();
        return loads
                ? IntStream.range(0, models)
                        .filter(model -> model % 2 == 0)
                        .boxed()
                        .collect(Collectors.toMap(names::get, model -> new LoadLatency(38, model == 4 ? 31 : 38,
                                model / 4, 6.2 + model, 6.0 + model, 9.4 + model)))
                : Map.of();
    }

    @Override
    public List<VramRecord.Load> loads(TimeWindow window) throws StoreException {
        answer();
        return loads && models > 0
                ? IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> new VramRecord.Load("here", names.get(i % 2 * 2),
                                NOW.minusSeconds((9 - i) * 400_000L),
                                6 + i / 10.0))
                        .filter(load -> !load.at().isBefore(window.from()) && load.at().isBefore(window.to()))
                        .toList()
                : List.of();
    }

    @Override
    public Footprint footprint() throws StoreException {
        answer();
        var data = rows * 330;
        var index = rows * 95;
        return new Footprint(List.of(Footprint.Table.counted("system_telemetry", rows, data + index, index),
                Footprint.Table.estimated("telemetry_rollup", rows / 4, data / 5, data / 15),
                Footprint.Table.estimated("telemetry_batch", rows / 40, data / 40, data / 90),
                Footprint.Table.estimated("telemetry_import", 1L, 32_768, 16_384)), data * 2 + 8_000_000,
                rows == 0 ? null : NOW.minusSeconds(5_097_600), rows == 0 ? null : NOW.minusSeconds(61), NOW);
    }

    /// What is stored of GPUs; nothing at first.
    public SampleQueries vram(Function<TimeWindow, VramRecord> answer) {
        vram = answer;
        return this;
    }

    @Override
    public VramRecord vram(TimeWindow window) throws StoreException {
        answer();
        return vram.apply(window);
    }

    @Override
    public StoredRows storedRows() throws StoreException {
        answer();
        return new StoredRows(rows, rows, rows, 0, rows == 0 ? null : NOW);
    }

    /// What upkeep did last; nothing at first.
    public SampleQueries upkeep(UpkeepRecord... done) {
        upkeep = List.of(done);
        return this;
    }

    @Override
    public List<UpkeepRecord> upkeep() throws StoreException {
        answer();
        return upkeep;
    }
}
