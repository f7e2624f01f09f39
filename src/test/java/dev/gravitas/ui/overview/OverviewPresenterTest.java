package dev.gravitas.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.model.VramReading;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.overview.StatusWatch.Watched;
import dev.gravitas.ui.vram.VramPresenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

class OverviewPresenterTest {
    private static final Instant NOW = SampleQueries.NOW;
    private static final DatabaseStatus READY = new DatabaseStatus(DatabaseStatus.State.READY, "", "18.6", "embedded");
    private static final LoggerCounters WELL = new LoggerCounters(72_000, 72_000, 0, 0, Map.of(), Map.of());

    private final Formats formats = new Formats(Locale.ENGLISH);
    private final Strings strings = new Strings(Locale.ENGLISH);
    private final ModelColours colours = new ModelColours();
    private final SampleQueries queries = new SampleQueries();
    private FootprintThresholds thresholds = FootprintThresholds.DEFAULT;
    private final OverviewPresenter presenter = new OverviewPresenter(colours,
            new VramPresenter(colours, () -> "", formats, strings), () -> thresholds, formats, strings);

    private static Watched recording(DatabaseStatus database, LoggerCounters counters) {
        return new Watched(new ConsoleStatus(ConsoleStatus.Role.RECORDER, database, counters, "http://x"),
                NOW.minusSeconds(130), true, null);
    }

    private Optional<Written> stored() throws StoreException {
        var day = EfficiencyQuery.of(WindowChoice.Rolling.DAY.at(NOW));
        return Optional.of(presenter.write(new Stored(queries.efficiency(day), queries.sixtyDays(),
                queries.footprint(), queries.storedRows(), queries.upkeep()), day));
    }

    private OverviewScreen screen(Watched watched, SampleGpus gpus) throws StoreException {
        return presenter.present(watched, gpus, stored(), Optional.empty(), NOW);
    }

    private Health health(SampleGpus gpus) throws StoreException {
        return screen(recording(READY, WELL), gpus).health();
    }

    private static SampleGpus idle() {
        return new SampleGpus().show(SampleGpus.gpu(0, 20_000, List.of()));
    }

    private static Concern only(Health health) {
        assertThat(health.concerns()).hasSize(1);
        return health.concerns().getFirst();
    }

    @Test
    void saysThatAllIsWellWhereEverythingWasChecked() throws StoreException {
        var health = health(idle());
        assertThat(health.title()).isEqualTo("All is well");
        assertThat(health.level()).isEqualTo(Level.OK);
        assertThat(health.more()).isEqualTo("Checked at 12:00:00 UTC: database, recording, lost events, footprint,"
                + " speed of each model, GPUs.");
    }

    @Test
    void isWellWithoutAnyGpu() throws StoreException {
        var health = health(new SampleGpus().fail(GpuFault.NO_DRIVER, null));
        assertThat(health.level()).isEqualTo(Level.OK);
        assertThat(health.more()).contains("no NVIDIA GPU here");
    }

    @Test
    void neverSaysThatAllIsWellOfWhatItCouldNotCheck() throws StoreException {
        var health = health(new SampleGpus().fail(GpuFault.RELEASED, null));
        assertThat(health.title()).isEqualTo("Nothing is wrong in what could be checked");
        assertThat(health.level()).isEqualTo(Level.QUIET);
        assertThat(health.more()).contains("Not checked: GPUs (The GPU is released.)");
    }

    @ParameterizedTest
    @EnumSource(value = GpuFault.class, names = {"LIBRARY", "MISMATCH", "PERMISSION", "LOST", "HUNG", "FAILED"})
    void worriesAboutAGpuThatShouldBeRead(GpuFault fault) throws StoreException {
        var concern = only(health(idle().fail(fault, null)));
        assertThat(concern.what()).isEqualTo(fault.what());
        assertThat(concern.more()).startsWith("Since 11:59:20 UTC, for 40 s.").contains(fault.advice());
        assertThat(concern.lead()).isEqualTo(Lead.VRAM);
    }

    @Test
    void aWaitingStoreIsNotWellYet() {
        var health = presenter.present(recording(READY, WELL), idle(), Optional.empty(), Optional.empty(), NOW)
                .health();
        assertThat(health.level()).isEqualTo(Level.QUIET);
        assertThat(health.more()).contains("which are being read");
    }

    @Test
    void saysSinceWhenTheDatabaseIsAwayAndThatRecordingGoesOn() throws StoreException {
        var away = new DatabaseStatus(DatabaseStatus.State.UNAVAILABLE, "It does not answer.", "18.6", "embedded");
        var trouble = Optional.of(new Notice("Not fresh", "…"));
        var screen = presenter.present(
                recording(away, new LoggerCounters(1_300, 66, 1_234, 0, Map.of(), Map.of())), idle(), stored(),
                trouble, NOW);
        var concern = only(screen.health());
        assertThat(concern.what()).isEqualTo("The database cannot be reached");
        assertThat(concern.more()).isEqualTo("Since 11:57:50 UTC, for 2 min 10 s. Recording goes on, on disk: 1,234"
                + " events waiting. It does not answer.");
        assertThat(concern.lead()).isEqualTo(Lead.SETTINGS);
        assertThat(screen.health().more()).contains("footprint and speed of the models, which cannot be read");
        assertThat(screen.ranking().rows()).as("the last figures stay").isNotEmpty();
    }

    @Test
    void tellsATroubleOfReadingWhereTheDatabaseItselfIsReady() throws StoreException {
        var trouble = Optional.of(new Notice("Not fresh: these are the figures of 11:59", "It timed out."));
        var concern = only(presenter.present(recording(READY, WELL), idle(), stored(), trouble, NOW).health());
        assertThat(concern.what()).isEqualTo("Not fresh: these are the figures of 11:59");
    }

    @Test
    void aLossIsRedForAnHourAndToldFromThenOn() throws StoreException {
        var lossy = new LoggerCounters(10, 6, 0, 0, Map.of(), Map.of("full", 3L, "expired", 1L, "none", 0L));
        var status = recording(READY, lossy).status();
        var fresh = only(screen(new Watched(status, NOW, false, NOW.minusSeconds(60)), idle()).health());
        assertThat(fresh.level()).isEqualTo(Level.DANGER);
        assertThat(fresh.what()).isEqualTo("Events were lost: 4");
        assertThat(fresh.more()).isEqualTo("Last seen to get lost at 11:59:00 UTC. By reason: expired 1, full 3.");
        var old = only(screen(new Watched(status, NOW, false, null), idle()).health());
        assertThat(old.level()).isEqualTo(Level.WARNING);
        assertThat(old.more()).startsWith("All of them before this window opened.");
    }

    @Test
    void tellsEventsThatWaitAlthoughTheDatabaseAnswers() throws StoreException {
        var waiting = new LoggerCounters(10, 5, 5, 0, Map.of(), Map.of());
        assertThat(only(screen(recording(READY, waiting), idle()).health()).what())
                .isEqualTo("Events wait on disk: 5");
    }

    @Test
    void aViewerSaysWhatItCannotKnowAndWhetherAnybodyRecords() throws StoreException {
        var beside = new ConsoleStatus(ConsoleStatus.Role.VIEWER, READY, null, "http://x");
        var quiet = screen(new Watched(beside, NOW, false, null), idle());
        assertThat(quiet.health().level()).isEqualTo(Level.QUIET);
        assertThat(quiet.health().more()).contains("which only the process that records knows");
        var alone = new ConsoleStatus(ConsoleStatus.Role.VIEWER, READY, null, null);
        var concern = only(screen(new Watched(alone, NOW, false, null), idle()).health());
        assertThat(concern.what()).isEqualTo("No console records here");
    }

    @Test
    void tellsALockoutWithItsBeginning() throws StoreException {
        var gpus = new SampleGpus().show(SampleGpus.gpu(1, 640, List.of()))
                .locked(new LockoutEpisode("a", "GPU-1", NOW.minusSeconds(90), NOW, 1_229 * VramReading.MIB, 600));
        var concern = only(health(gpus));
        assertThat(concern.level()).isEqualTo(Level.DANGER);
        assertThat(concern.what()).isEqualTo("GPU 1 · NVIDIA GeForce RTX 4090 is locked out");
        assertThat(concern.more()).contains("since 11:58:30 UTC", "640 MiB free");
    }

    @Test
    void tellsManyGpusInOneLine() throws StoreException {
        var gpus = new SampleGpus().show(SampleGpus.gpu(0, 640, List.of()), SampleGpus.gpu(1, 640, List.of()),
                SampleGpus.gpu(2, 640, List.of()), SampleGpus.gpu(3, 20_000, List.of()));
        assertThat(only(health(gpus)).what()).isEqualTo("3 GPUs are locked out");
    }

    @Test
    void tellsAGpuThatIsLostAndOneWithOldReadings() throws StoreException {
        var lost = SampleGpus.gpu(0, new Outcome.Unavailable<>("It is gone.", NOW.minusSeconds(30)),
                Outcome.of(List.of()));
        var old = SampleGpus.at(SampleGpus.gpu(1, 20_000, List.of()), NOW.minusSeconds(41));
        var health = health(new SampleGpus().show(lost, old));
        assertThat(health.concerns()).extracting(Concern::more)
                .containsExactly("not read since 11:59:30 UTC", "as of 11:59:19 UTC, 41 s ago");
        assertThat(health.level()).isEqualTo(Level.DANGER);
    }

    @Test
    void aGpuThatDoesNotTellItsMemoryIsNotChecked() throws StoreException {
        var silent = SampleGpus.gpu(0, new Outcome.NotSupported<>("This GPU does not tell it."),
                Outcome.of(List.of()));
        var health = health(new SampleGpus().show(silent));
        assertThat(health.level()).isEqualTo(Level.QUIET);
        assertThat(health.more()).contains("GPU 0 · NVIDIA GeForce RTX 4090 (Memory: This GPU does not tell it.)");
    }

    @Test
    void tellsALeakBeforeItIsALockout() throws StoreException {
        var gpus = new SampleGpus().show(SampleGpus.gpu(0, 2_460, List.of())).hour("GPU-0", 2_460, 41);
        var concern = only(health(gpus));
        assertThat(concern.level()).isEqualTo(Level.WARNING);
        assertThat(concern.more()).contains("lockout in about");
    }

    @Test
    void tellsAFootprintAboveItsThresholds() throws StoreException {
        thresholds = new FootprintThresholds(1_000_000, 71_999);
        assertThat(health(idle()).concerns()).extracting(Concern::what)
                .containsExactly("The telemetry table takes 30.6 MB, more than 1 MB",
                        "The telemetry table has 72,000 rows, more than 71,999");
    }

    @Test
    void tellsAModelThatBecameMoreThanAFifthSlowerAndNoOther() throws StoreException {
        queries.slowed(3, 1.15);
        assertThat(health(idle()).concerns()).isEmpty();
        queries.slowed(3, 1.5);
        var concern = only(health(idle()));
        assertThat(concern.what()).startsWith("fireworks/llama-2-13b-chat is ").endsWith(" % slower than before");
        assertThat(concern.lead()).isEqualTo(Lead.TRENDS);
    }

    @Test
    void tellsPruningThatIsOverdue() throws StoreException {
        queries.upkeep(new UpkeepRecord("prune", NOW.minusSeconds(47 * 3_600), "Dropped: 0 days."));
        assertThat(health(idle()).concerns()).isEmpty();
        queries.upkeep(new UpkeepRecord("prune", NOW.minusSeconds(49 * 3_600), "Dropped: 0 days."));
        assertThat(only(health(idle())).more()).startsWith("Last pruned 2026-11-21 11:00:00 +00:00.");
    }

    @Test
    void putsTheWorstFirst() throws StoreException {
        thresholds = new FootprintThresholds(1_000_000, 1_000_000);
        var health = health(new SampleGpus().show(SampleGpus.gpu(0, 640, List.of())));
        assertThat(health.concerns()).extracting(Concern::level).containsExactly(Level.DANGER, Level.WARNING);
        assertThat(health.level()).isEqualTo(Level.DANGER);
    }

    @Test
    void writesTheKeyFigures() throws StoreException {
        var keys = screen(recording(READY, WELL), idle()).keys();
        assertThat(keys.efficiency().figure().value()).isEqualTo("27.31");
        assertThat(keys.efficiency().figure().detail()).isEqualTo("p95 ≈ 12.4 to 104.8, by model");
        assertThat(keys.efficiency().trend()).as("without the day that runs").hasSize(59);
        assertThat(keys.efficiency().spoken()).startsWith("All models, last 24 hours: 27.31 ms/token, p95")
                .contains("In 60 days up to yesterday from");
        assertThat(keys.requests().figure().value()).isEqualTo("9,762");
        assertThat(keys.rows().figure().detail()).isEqualTo("30.6 MB, 31 % of the limit");
        assertThat(keys.rows().trend()).isEmpty();
    }

    @Test
    void weighsTheDailyFigureByTokens() throws StoreException {
        var days = stored().orElseThrow().stored().days();
        double ms = 0;
        long tokens = 0;
        for (var trend : days.trends()) {
            var figures = trend.daily().reversed().get(1).figures();
            if (figures != null) {
                ms += figures.efficiencyScore() * figures.tokensGenerated();
                tokens += figures.tokensGenerated();
            }
        }
        assertThat(Objects.requireNonNull(new DailyFigures(days).msPerToken().getLast())).isEqualTo(ms / tokens);
    }

    @Test
    void saysThatNoModelWasLoadedAndShowsNoZero() throws StoreException {
        queries.withoutLoads();
        var loads = screen(recording(READY, WELL), idle()).keys().loads();
        assertThat(loads.figure().value()).isEqualTo("–");
        assertThat(loads.figure().detail()).isEqualTo("no model was loaded");
        assertThat(loads.trend()).isEmpty();
    }

    @Test
    void ranksOnlyWhatIsRanked() throws StoreException {
        var ranking = screen(recording(READY, WELL), idle()).ranking();
        assertThat(ranking.rows()).hasSize(12);
        assertThat(ranking.rows().getFirst().msPerToken()).isEqualTo("9.50");
        assertThat(ranking.about()).isEqualTo("token-weighted, end to end, lower is better");
    }

    @Test
    void saysWhatToDoFirstWhereNothingIsMeasured() throws StoreException {
        queries.models(0).rows(0);
        var screen = screen(recording(READY, WELL), new SampleGpus().fail(GpuFault.NO_DRIVER, null));
        assertThat(screen.begin()).isTrue();
        assertThat(screen.health().title()).isEqualTo("All is well; nothing is measured yet");
        assertThat(screen.ranking().none()).isEqualTo("No requests yet.");
        assertThat(screen.ranking().past()).isFalse();
        assertThat(screen.chart()).isEmpty();
        assertThat(screen.gpuNote()).startsWith("No NVIDIA driver found. Nothing is wrong");
        assertThat(screen.facts()).filteredOn(fact -> fact.label().equals("Last event"))
                .extracting(HealthFact::value)
                .containsExactly("none yet");
    }

    @Test
    void drawsAtMostSixModels() throws StoreException {
        var screen = screen(recording(READY, WELL), idle());
        assertThat(screen.chart().orElseThrow().lines()).hasSize(6);
        assertThat(screen.chartNote()).isEqualTo("ms/token · 6 of 13 models");
        queries.slowed(2, 1.6);
        assertThat(screen(recording(READY, WELL), idle()).chartNote())
                .isEqualTo("ms/token · 6 of 13 models · long dashes: 20 % slower than before");
    }

    @Test
    void givesColoursToTheRankedModelsBeforeThoseThatAProcessHolds() throws StoreException {
        presenter.present(recording(READY, WELL), SampleGpus.two(), Optional.empty(), Optional.empty(), NOW);
        screen(recording(READY, WELL), SampleGpus.two());
        assertThat(colours.of("fireworks/llama-2-7b-chat").slot()).isZero();
        assertThat(colours.of("gemma3:12b").slot()).isGreaterThanOrEqualTo(13);
    }
}
