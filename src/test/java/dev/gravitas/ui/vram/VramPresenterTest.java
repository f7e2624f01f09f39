package dev.gravitas.ui.vram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.LockoutEnd;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramReading.Source;
import dev.gravitas.model.VramRecord;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.time.TimeLevel;
import dev.gravitas.ui.chart.time.TimeLine;
import dev.gravitas.ui.chart.time.TimeMark;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

class VramPresenterTest {
    private static final Instant NOW = SampleGpus.NOW;
    private static final long MIB = VramReading.MIB;

    private String host = "";
    private final ModelColours colours = new ModelColours();
    private final VramPresenter presenter = new VramPresenter(colours, () -> host, new Formats(Locale.ENGLISH),
            new Strings(Locale.ENGLISH));

    @BeforeEach
    void ranksNothing() {
        colours.seen(List.of());
    }

    private VramScreen screen(SampleGpus gpus) {
        return screen(gpus, Optional.empty());
    }

    private VramScreen screen(SampleGpus gpus, Optional<Stored> stored) {
        return presenter.present(gpus, WindowChoice.Rolling.HOUR, stored, Optional.empty(), NOW);
    }

    private static Optional<Stored> stored() {
        var hour = WindowChoice.Rolling.HOUR;
        return Optional.of(new Stored(hour, SampleGpus.stored(hour.at(NOW)),
                SampleGpus.stored(WindowChoice.Rolling.WEEK.at(NOW))));
    }

    private GpuCardScreen card(GpuReading reading) {
        return screen(new SampleGpus().show(reading)).cards().getFirst();
    }

    private static GpuReading reading(VramReading vram, GpuHolder... holders) {
        return SampleGpus.gpu(0, Outcome.of(vram), Outcome.of(List.of(holders)));
    }

    private static List<String> legend(GpuCardScreen card) {
        return card.legend().stream().map(entry -> entry.name() + " " + entry.figure()).toList();
    }

    @Test
    void dividesMemoryIntoPartsThatAddUpToTheWhole() {
        for (var card : screen(SampleGpus.two()).cards()) {
            assertThat(card.parts().stream().mapToLong(BarPart::bytes).sum()).isEqualTo(24_576 * MIB);
        }
    }

    @Test
    void namesHoldersByModelElseByProgramAndShowsWhatNoProcessExplains() {
        var card = screen(SampleGpus.two()).cards().getFirst();
        assertThat(legend(card)).containsExactly("gemma3:12b 9.1 GiB", "llama3.1:8b 6.2 GiB", "Xorg 512 MiB",
                "name hidden 120 MiB", "not explained by a process 817 MiB", "reserved 600 MiB", "free 6.7 GiB",
                "lockout below 1.2 GiB");
        assertThat(card.used()).isEqualTo("16.7");
        assertThat(card.total()).isEqualTo("/ 24.0 GiB");
        assertThat(card.percent()).isEqualTo("70 %");
        assertThat(card.facts()).extracting(Fact::text)
                .containsExactly("61 °C", "214 of 450 W", "83 % busy",
                        "no lockout foreseen");
    }

    @Test
    void lumpsSmallHoldersTogetherAndAddsProcessesOfOneModel() {
        var card = card(reading(new VramReading(24_576 * MIB, 0L, 20_000 * MIB, 4_576 * MIB, Source.V2),
                SampleGpus.holder(1, "a", "m", 6_000), SampleGpus.holder(2, "a", "m", 4_000),
                SampleGpus.holder(3, "b", null, 3_000), SampleGpus.holder(4, "c", null, 2_000),
                SampleGpus.holder(5, "d", null, 1_500), SampleGpus.holder(6, "e", null, 1_400),
                SampleGpus.holder(7, "f", null, 1_300)));
        assertThat(legend(card)).containsExactly("m 9.8 GiB", "b 2.9 GiB", "c 2.0 GiB", "d 1.5 GiB",
                "other programs (2) 2.6 GiB", "not explained by a process 800 MiB", "free 4.5 GiB",
                "lockout below 1.2 GiB");
    }

    @Test
    void keepsTheBarWholeWhereProcessesSayMoreThanIsInUse() {
        var card = card(reading(new VramReading(8_192 * MIB, 0L, 4_000 * MIB, 4_192 * MIB, Source.V2),
                SampleGpus.holder(1, "a", null, 3_000), SampleGpus.holder(2, "b", null, 2_333)));
        assertThat(card.parts().stream().mapToLong(BarPart::bytes).sum()).isEqualTo(8_192 * MIB);
        assertThat(legend(card)).containsExactly("a 2.9 GiB", "b 2.3 GiB", "free 4.1 GiB", "lockout below 1.0 GiB");
        assertThat(card.notes()).singleElement().asString().contains("1.3 GiB more than is in use");
    }

    @Test
    void tellsInBriefOfTheLargestHoldersTheOthersAndWhatIsFree() {
        assertThat(brief(screen(SampleGpus.two()).cards().getFirst())).containsExactly("gemma3:12b 9.1 GiB",
                "other holders 6.8 GiB", "free 6.7 GiB");
        assertThat(brief(screen(SampleGpus.busy(1)).cards().getFirst())).containsExactly("codellama:13b 13.0 GiB",
                "qwen2.5:7b 4.8 GiB", "free 640 MiB");
    }

    private static List<String> brief(GpuCardScreen card) {
        return card.brief().stream().map(entry -> entry.name() + " " + entry.figure()).toList();
    }

    @Test
    void saysWhatAnAnswerCounts() {
        var v1 = card(reading(new VramReading(8_192 * MIB, null, 3_000 * MIB, 5_192 * MIB, Source.V1)));
        assertThat(v1.notes()).containsExactly("This driver counts what is reserved as used.");
        var shared = card(reading(new VramReading(8_192 * MIB, null, 3_000 * MIB, 5_192 * MIB, Source.UNIFIED)));
        assertThat(shared.notes()).singleElement().asString().contains("shares the system’s memory");
        assertThat(legend(shared)).contains("system and other programs 2.9 GiB");
        var part = card(reading(new VramReading(8_192 * MIB, 0L, 3_000 * MIB, 5_192 * MIB, Source.MIG)));
        assertThat(part.notes()).singleElement().asString().contains("part of a GPU");
    }

    @Test
    void showsADashAndTheReasonWhereMemoryIsNotTold() {
        var screen = screen(new SampleGpus().show(SampleGpus.gpu(0,
                new Outcome.NotSupported<>("This account may not use this GPU."),
                new Outcome.NotSupported<>("This account may not use this GPU."))));
        var card = screen.cards().getFirst();
        assertThat(card.used()).isEqualTo("–");
        assertThat(card.parts()).isEmpty();
        assertThat(card.notes()).containsExactly("Memory: This account may not use this GPU.");
        assertThat(screen.holderNotes()).containsExactly("GPU 0: This account may not use this GPU.");
    }

    @Test
    void callsWhatIsUsedUntoldWhereProcessesAreNotTold() {
        var screen = screen(new SampleGpus().show(SampleGpus.gpu(0,
                Outcome.of(new VramReading(8_192 * MIB, 0L, 3_000 * MIB, 5_192 * MIB, Source.V2)),
                new Outcome.NotSupported<>("Windows does not tell it."))));
        assertThat(legend(screen.cards().getFirst())).contains("used, by whom is not told 2.9 GiB");
        assertThat(screen.holders()).isEmpty();
        assertThat(screen.holderNotes()).containsExactly("GPU 0: Windows does not tell it.");
    }

    @Test
    void listsProcessesThatAreToldAndSaysWhichAreNot() {
        var screen = screen(new SampleGpus().show(SampleGpus.gpu(0,
                Outcome.of(new VramReading(8_192 * MIB, 0L, 3_000 * MIB, 5_192 * MIB, Source.V2)),
                new Outcome.Partial<>(List.of(SampleGpus.holder(7, "a", null, 1_000)), "Others are hidden."))));
        assertThat(screen.holders()).extracting(HolderRow::pid).containsExactly("7");
        assertThat(screen.holderNotes()).containsExactly("GPU 0: Others are hidden.");
        assertThat(legend(screen.cards().getFirst())).contains("a 1,000 MiB", "used, by whom is not told 2.0 GiB");
    }

    @Test
    void tellsPartsOfAGpuApartAndListsTheirProcessesOnce() {
        var screen = screen(SampleGpus.split());
        assertThat(screen.cards()).extracting(GpuCardScreen::name)
                .containsExactly("GPU 0", "GPU 0 GI 2 CI 0", "GPU 0 GI 1 CI 0");
        assertThat(screen.cards()).extracting(GpuCardScreen::device)
                .containsExactly("NVIDIA GeForce RTX 4090", "NVIDIA GeForce RTX 4090 MIG 3g.12gb",
                        "NVIDIA GeForce RTX 4090 MIG 3g.12gb");
        assertThat(screen.holders()).extracting(row -> row.gpu().name()).containsExactly("GPU 0 GI 2 CI 0");
        assertThat(screen.holderNotes())
                .containsExactly("GPU 0 GI 1 CI 0: the driver names no process that holds memory.");
        assertThat(legend(screen.cards().getFirst())).containsExactly("gemma3:12b 5.3 GiB",
                "not explained by a process 600 MiB", "reserved 600 MiB", "free 17.6 GiB", "lockout below 1.2 GiB");
    }

    @Test
    void tellsPartsOfAGpuOfAnotherWorkstationApart() {
        var lines = List.of(line("GPU-a", 0), line("MIG-0a1b2c3d-1111", 1), line("MIG-4e5f6a7b-2222", 1));
        var names = new GpuNames(new SampleGpus().status(), lines, "", new Strings(Locale.ENGLISH));
        assertThat(lines).extracting(line -> names.of(line.gpu()))
                .containsExactly("GPU 0 on box", "MIG-0a1b2c3d… on box", "MIG-4e5f6a7b… on box");
    }

    @Test
    void callsTheGpusOfThisMachineTheSameWhetherTheyAreReadOrNot() {
        host = "here";
        var read = screen(SampleGpus.two(), stored());
        var unread = screen(new SampleGpus().fail(GpuFault.STARTING, null), stored());
        assertThat(unread.history().lines()).extracting(TimeLine::name)
                .containsExactly("GPU 0", "GPU 1", "GPU 7 on other-box");
        assertThat(read.history().lines()).extracting(TimeLine::name)
                .containsExactly("GPU 0", "GPU 1", "GPU 7 on other-box");
        assertThat(unread.lockouts().getFirst().detail()).startsWith("GPU 1 ·");
    }

    @Test
    void givesTheGpusOfThisMachineTheSameColoursWhetherTheyAreReadOrNot() {
        host = "here";
        var looks = screen(new SampleGpus().fail(GpuFault.STARTING, null), stored()).history().lines();
        assertThat(new VramPresenter(new ModelColours(), () -> host, new Formats(Locale.ENGLISH),
                new Strings(Locale.ENGLISH))
                .present(SampleGpus.two(), WindowChoice.Rolling.HOUR, stored(), Optional.empty(), NOW)
                .history()
                .lines()).extracting(TimeLine::look)
                .isEqualTo(looks.stream().map(TimeLine::look).toList());
    }

    @Test
    void callsThePartsOfAGpuTheSameWhetherTheyAreReadOrNot() {
        var gpus = SampleGpus.split();
        var lines = gpus.status()
                .gpus()
                .stream()
                .map(GpuReading::gpu)
                .map(gpu -> new VramRecord.Line("here", gpu.id(), gpu.name(), gpu.index(), gpu.part(), 1.0, List.of()))
                .toList();
        var strings = new Strings(Locale.ENGLISH);
        var unread = new GpuNames(new SampleGpus().status(), lines, "here", strings);
        var read = new GpuNames(gpus.status(), lines, "here", strings);
        assertThat(lines).allSatisfy(
                line -> assertThat(unread.of(line.gpu())).isEqualTo(read.of(line.gpu())).startsWith("GPU 0"));
    }

    @Test
    void givesTheNumberOfAGpuToTheOneThatWasPutInForIt() {
        var old = line("GPU-before-0001", 0, NOW.minusSeconds(9_000));
        var present = line("GPU-0", 0, NOW.minusSeconds(60));
        var strings = new Strings(Locale.ENGLISH);
        var unread = new GpuNames(new SampleGpus().status(), List.of(old, present), "box", strings);
        var read = new GpuNames(SampleGpus.two().status(), List.of(old), "box", strings);
        assertThat(unread.of("GPU-0")).isEqualTo(read.of("GPU-0")).isEqualTo("GPU 0");
        assertThat(unread.of("GPU-before-0001")).isEqualTo(read.of("GPU-before-0001")).isEqualTo("GPU-before-0…");
    }

    private static VramRecord.Line line(String gpu, int index, Instant newest) {
        return new VramRecord.Line("box", gpu, "A100", index, null, 1.0,
                List.of(new VramRecord.Slice(newest, newest, 1.0, 1.0, null, 1)));
    }

    private static VramRecord.Line line(String gpu, int index) {
        return new VramRecord.Line("box", gpu, "A100", index, null, 1.0, List.of());
    }

    @Test
    void foretellsALockoutOnlyWhereMemoryLeaks() {
        var cards = screen(SampleGpus.two()).cards();
        assertThat(cards.getFirst().alert()).isEmpty();
        assertThat(cards.getLast().alert()).isEqualTo("At 41 MiB/min lockout in about 30 min.");
        assertThat(cards.getLast().locked()).isFalse();
    }

    @Test
    void saysWhatAForecastWaitsFor() {
        var gpus = new SampleGpus().show(SampleGpus.gpu(0, 9_000, List.of()));
        assertThat(outlook(gpus)).isEqualTo("no forecast yet: needs 5 min");
        assertThat(outlook(gpus.hour("GPU-0", 9_000, 0))).isEqualTo("no lockout foreseen");
        assertThat(screen(gpus.fail(GpuFault.LOST, null)).cards().getFirst().facts()).extracting(Fact::text)
                .as("nothing of what is not read")
                .doesNotContain("no lockout foreseen");
    }

    private String outlook(SampleGpus gpus) {
        return new VramPresenter(new ModelColours(), () -> host, new Formats(Locale.ENGLISH),
                new Strings(Locale.ENGLISH))
                .present(gpus, WindowChoice.Rolling.HOUR, Optional.empty(), Optional.empty(), NOW)
                .cards()
                .getFirst()
                .facts()
                .getLast()
                .text();
    }

    @Test
    void saysSinceWhenAGpuIsLockedOut() {
        var reading = SampleGpus.gpu(0, 500, List.of());
        assertThat(card(reading).alert()).isEqualTo("Locked out: only 500 MiB free, less than 1.2 GiB.");
        var gpus = new SampleGpus().show(reading).locked(episode());
        var card = screen(gpus).cards().getFirst();
        assertThat(card.locked()).isTrue();
        assertThat(card.alert()).isEqualTo(
                "Locked out since 11:58:00 UTC: only 500 MiB free, less than 1.2 GiB.");
    }

    private static LockoutEpisode episode() {
        return new LockoutEpisode("e", "GPU-0", NOW.minusSeconds(120), NOW, 1_229 * MIB, 480 * MIB);
    }

    @Test
    void listsLockoutsThatLastInFrontOfThoseThatAreStored() {
        var gpus = new SampleGpus().show(SampleGpus.gpu(0, 500, List.of())).locked(episode());
        var rows = screen(gpus, stored()).lockouts();
        assertThat(rows.getFirst()).isEqualTo(
                new LockoutRow("23 Nov 11:58", "2 min, lowest 480 MiB", "GPU 0 · still running", true));
        assertThat(rows.get(1)).isEqualTo(new LockoutRow("23 Nov 10:00", "2 min 10 s, lowest 614 MiB",
                "GPU 1 on here · qwen3:32b held most, 20.1 GiB", false));
        assertThat(rows).extracting(LockoutRow::detail)
                .anyMatch(text -> text.contains("console stopped meanwhile"))
                .anyMatch(text -> text.contains("no end recorded"));
    }

    @Test
    void saysOfALockoutInWhichTheConsoleStoppedHowLongItLastedAtLeast() {
        assertThat(screen(SampleGpus.two(), stored()).lockouts()).filteredOn(
                row -> row.detail().contains("console stopped meanwhile"))
                .extracting(LockoutRow::extent)
                .containsExactly("at least 1 h 5 min, lowest 120 MiB");
    }

    @Test
    void drawsAndMarksALockoutInWhichTheConsoleStopped() {
        var hour = WindowChoice.Rolling.HOUR;
        var began = NOW.minusSeconds(1_800);
        var lockout = new VramRecord.Lockout("box", "GPU-a", "e", began, began.plusSeconds(3), 512.0, 1_228.8,
                LockoutEnd.CONSOLE_STOPPED, List.of());
        var row = new VramRecord.Slice(began.minusSeconds(25), began.minusSeconds(25), 20_480.0, 20_480.0, null, 1);
        var line = new VramRecord.Line("box", "GPU-a", "A100", 0, null, 24_576.0, List.of(row));
        var record = new VramRecord(hour.at(NOW), List.of(line), List.of(lockout), List.of());
        var picture = screen(new SampleGpus(), Optional.of(new Stored(hour, record, record))).history();
        assertThat(picture.lines()).singleElement()
                .satisfies(drawn -> assertThat(TimePicture.most(List.of(drawn))).isEqualTo(23.5));
        assertThat(picture.marks()).extracting(TimeMark::text).containsExactly("lockout at least 3 s");
    }

    @Test
    void namesTheGpuOfEachOfTwoLockoutsAtOneTime() {
        var hour = WindowChoice.Rolling.HOUR;
        var known = SampleGpus.stored(hour.at(NOW));
        var began = NOW.minusSeconds(1_800);
        var lockouts = List.of(lockout("GPU-0", began, began.plusSeconds(90)), lockout("GPU-1", began, null));
        var record = new VramRecord(known.window(), known.lines(), lockouts, List.of());
        var marks = screen(SampleGpus.two(), Optional.of(new Stored(hour, record, record))).history().marks();
        assertThat(marks).extracting(TimeMark::text)
                .containsExactly("GPU 0: lockout 1 min 30 s", "GPU 1: lockout");
        assertThat(marks).extracting(TimeMark::whole)
                .containsExactly("Lockout of GPU 0, from 2026-11-23 11:30:00 +00:00, lasted 1 min 30 s",
                        "Lockout of GPU 1, from 2026-11-23 11:30:00 +00:00, no end recorded");
    }

    @Test
    void tellsWhenLittleMoreIsFreeThanALockoutBeginsWith() {
        var cards = screen(
                new SampleGpus().show(SampleGpus.gpu(0, 1_800, List.of()), SampleGpus.gpu(1, 1_900, List.of())))
                .cards();
        assertThat(cards).extracting(GpuCardScreen::isClose).containsExactly(true, false);
    }

    @Test
    void drawsAGpuThatIsLockedOutAmongManyFirst() {
        var gpus = SampleGpus.many(8);
        var readings = new ArrayList<>(gpus.status().gpus());
        readings.set(6, SampleGpus.gpu(6, 800, List.of()));
        gpus.show(readings.toArray(GpuReading[]::new));
        assertThat(screen(gpus, Optional.empty()).history().lines()).extracting(TimeLine::name)
                .startsWith("GPU 6", "GPU 0", "GPU 1");
    }

    private static VramRecord.Lockout lockout(String gpu, Instant began, @Nullable Instant ended) {
        return new VramRecord.Lockout("here", gpu, "of-" + gpu, began, ended, 512.0, 1_228.8,
                ended == null ? null : LockoutEnd.RECOVERED, List.of());
    }

    @Test
    void tellsALastingLockoutByTheMemoryWhereThisConsoleDoesNotRecord() {
        var hour = WindowChoice.Rolling.HOUR;
        var all = SampleGpus.stored(hour.at(NOW));
        var open = all.lockouts().getLast();
        var gpus = new SampleGpus().show(SampleGpus.gpu(7, 800, List.of()));
        assertThat(Lockouts.lasting(open, all, gpus, gpus.status())).isTrue();
        gpus.show(SampleGpus.gpu(7, 9_000, List.of()));
        assertThat(Lockouts.lasting(open, all, gpus, gpus.status())).isFalse();
        gpus.show(SampleGpus.gpu(7, 800, List.of()));
        var later = new VramRecord.Lockout("here", "GPU-7", "later", NOW.minusSeconds(60), NOW, 700.0, null,
                LockoutEnd.RECOVERED,
                List.of());
        var more = new VramRecord(all.window(), all.lines(), List.of(later, open), List.of());
        assertThat(Lockouts.lasting(open, more, gpus, gpus.status())).isFalse();
    }

    @Test
    void marksHoldersThatAreNotThereOrHideTheirName() {
        var rows = screen(SampleGpus.two()).holders();
        assertThat(rows).filteredOn(row -> row.program().name().equals("name hidden"))
                .singleElement()
                .satisfies(row -> assertThat(row.program().doubt()).isNotEmpty());
        assertThat(rows).filteredOn(row -> row.program().name().equals("not running here"))
                .singleElement()
                .satisfies(row -> assertThat(row.program().doubt()).contains("left its memory behind"));
        assertThat(rows.getFirst().pid()).isEqualTo("39877");
        assertThat(rows.getFirst().share()).isEqualTo("38 %");
    }

    @ParameterizedTest
    @EnumSource(GpuFault.class)
    void saysWhatIsTheMatterAndKeepsTheLastReadingsInSight(GpuFault fault) {
        var screen = screen(SampleGpus.two().fail(fault, null));
        var words = screen.fault().orElseThrow().notice();
        assertThat(words.title()).isEqualTo(fault.what());
        assertThat(words.text()).startsWith(fault.advice()).endsWith("older than 11:59:20 UTC.");
        assertThat(screen.cards()).allMatch(GpuCardScreen::old)
                .allMatch(card -> card.age().equals("as of 11:59:19 UTC, 41 s ago"))
                .allMatch(card -> card.alert().isEmpty());
        assertThat(screen.released()).isEqualTo(fault == GpuFault.RELEASED);
        assertThat(screen.mayRelease()).isFalse();
        assertThat(screen.empty()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(GpuFault.class)
    void saysSoInsteadOfTheViewWhereNothingIsKnown(GpuFault fault) {
        var gpus = new SampleGpus().fail(fault, null);
        assertThat(screen(gpus).empty()).map(Notice::title).contains(fault.what());
        assertThat(screen(gpus, stored()).empty()).isEmpty();
    }

    @Test
    void saysThatNobodyKnowsTheHoldersWhileNoGpuIsRead() {
        assertThat(screen(new SampleGpus().fail(GpuFault.STARTING, null), stored()).holderNotes())
                .containsExactly("Unknown: no GPU of this machine is read.");
    }

    @Test
    void findsAMachineWithoutGpuNothingToWorryAbout() {
        assertThat(screen(new SampleGpus().fail(GpuFault.NO_DRIVER, null)).fault().orElseThrow().warning()).isFalse();
        assertThat(screen(new SampleGpus().fail(GpuFault.LOST, null)).fault().orElseThrow().warning()).isTrue();
    }

    @Test
    void callsReadingsOldAfterTenSeconds() {
        var reading = SampleGpus.gpu(0, 9_000, List.of());
        assertThat(card(SampleGpus.at(reading, NOW.minusSeconds(10))).old()).isFalse();
        assertThat(card(SampleGpus.at(reading, NOW.minusSeconds(11))).age())
                .isEqualTo("as of 11:59:49 UTC, 11 s ago");
    }

    @Test
    void saysSinceWhenAGpuIsGone() {
        var card = card(SampleGpus.gpu(0, new Outcome.Unavailable<>("The driver does not list this GPU any more.",
                NOW.minusSeconds(60)), Outcome.of(List.of())));
        assertThat(card.age()).isEqualTo("not read since 11:59:00 UTC");
        assertThat(card.notes()).containsExactly("Memory: The driver does not list this GPU any more.");
    }

    @Test
    void drawsTheLastHourFromMemoryBesideOtherWorkstationsFromTheStore() {
        var picture = screen(SampleGpus.two(), stored()).history();
        assertThat(picture.lines()).extracting(line -> line.name())
                .containsExactly("GPU 0", "GPU 1", "GPU 7 on other-box");
        assertThat(picture.levels()).hasSize(1)
                .first()
                .satisfies(
                        level -> assertThat(level.value()).isBetween(22.79, 22.81));
        assertThat(picture.lines().getFirst().runs()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(picture.marks()).filteredOn(mark -> mark.text().equals("gemma3:12b loaded, 5.2 s")).hasSize(1);
    }

    @Test
    void saysWhyTheStoreIsMissingAndShowsTheRest() {
        var screen = presenter.present(SampleGpus.two(), WindowChoice.Rolling.DAY, Optional.empty(),
                Optional.of(new Notice("The figures cannot be read", "The database is gone.")), NOW);
        assertThat(screen.historyNote()).contains("The database is gone.");
        assertThat(screen.lockoutsNote()).isEqualTo("The database is gone.");
        assertThat(screen.history().lines()).isNotEmpty();
        assertThat(screen.cards()).hasSize(2);
    }

    @Test
    void saysThatItDoesNotMarkLoadsWhereTheyWouldHideTheLines() {
        var hour = WindowChoice.Rolling.HOUR;
        var known = SampleGpus.stored(hour.at(NOW));
        var loads = IntStream.range(0, 41)
                .mapToObj(i -> new VramRecord.Load("", "gemma3:12b", NOW.minusSeconds(60L + i), 5.2))
                .toList();
        var crowded = new VramRecord(known.window(), known.lines(), known.lockouts(), loads);
        var screen = screen(SampleGpus.two(), Optional.of(new Stored(hour, crowded, crowded)));

        assertThat(screen.history().marks()).noneMatch(mark -> mark.text().contains("loaded"));
        assertThat(screen.historyNote()).startsWith("Loads are not marked: more than 40 would hide the lines.");
    }

    @Test
    void namesAThresholdOfSeveralGpusOnce() {
        var alike = screen(new SampleGpus().show(
                SampleGpus.gpu(0, Outcome.of(new VramReading(24_564 * MIB, 0L, 0, 24_564 * MIB, Source.V2)),
                        Outcome.of(List.of())),
                SampleGpus.gpu(1, Outcome.of(new VramReading(24_576 * MIB, 0L, 0, 24_576 * MIB, Source.V2)),
                        Outcome.of(List.of()))),
                stored());
        assertThat(alike.history().levels()).singleElement()
                .satisfies(level -> assertThat(level.looks()).as("in the colours of both")
                        .doesNotHaveDuplicates()
                        .hasSize(2));
        assertThat(alike.history().levels()).extracting(TimeLevel::name).containsExactly("lockout of GPU 0, GPU 1");
    }

    @Test
    void givesEachThresholdTheColourOfItsGpu() {
        var small = new VramReading(8_192 * MIB, 0L, 0, 8_192 * MIB, Source.V2);
        var screen = screen(new SampleGpus().show(SampleGpus.gpu(0, 9_000, List.of()),
                SampleGpus.gpu(1, Outcome.of(small), Outcome.of(List.of()))), stored());
        assertThat(screen.history().levels()).extracting(TimeLevel::name)
                .containsExactlyInAnyOrder("lockout of GPU 0", "lockout of GPU 1");
        for (var level : screen.history().levels()) {
            var card = screen.cards().get(level.name().equals("lockout of GPU 0") ? 0 : 1);
            assertThat(level.looks()).singleElement()
                    .satisfies(look -> assertThat(Swatch.of(look)).isEqualTo(card.swatch()));
        }
    }

    @Test
    void claimsNothingOfATimeOfWhichNothingWasRecorded() {
        var hour = WindowChoice.Rolling.HOUR;
        var nothing = new VramRecord(hour.at(NOW), List.of(), List.of(), List.of());
        assertThat(screen(SampleGpus.two(), Optional.of(new Stored(hour, nothing, nothing))).lockoutsNote())
                .startsWith("Unknown");
    }
}
