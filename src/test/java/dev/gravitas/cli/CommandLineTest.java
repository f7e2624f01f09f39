package dev.gravitas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.config.DataFolder;
import dev.gravitas.diagnostics.BundleEntry;
import dev.gravitas.diagnostics.Diagnostics;
import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.Definition;
import dev.gravitas.model.DriverVersions;
import dev.gravitas.model.GpuActivity;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.SpoolStatus;
import dev.gravitas.model.VramReading;
import dev.gravitas.report.BenchDocument;
import dev.gravitas.report.LoggerDocument;
import dev.gravitas.report.RecorderDocument;
import dev.gravitas.report.StatusDocument;
import dev.gravitas.store.Database;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import dev.gravitas.testing.FakeDatabase;
import dev.gravitas.testing.FakeTelemetryQueries;
import dev.gravitas.testing.SampleGpus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Stage stage = new Stage();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "rank --hours 0 | --hours is 0; it must be from 1 to 8760",
            "rank --hours abc | --hours is 'abc'; it must be a whole number from 1 to 8760",
            "rank --hours 99999999999 | --hours is '99999999999'; it must be a whole number from 1 to 8760",
            "import x.csv --spread-days 61 | --spread-days is 61; it must be from 0 to 60",
            "snapshot --view nothing --out x.png | --view is 'nothing'; it must be one of alarms, compare, efficiency, footprint, overview, settings",
            "snapshot --view trends --out /no/such/x.png | --out is '/no/such/x.png', but there is no folder /no/such",
            "snapshot --view trends --out /tmp | --out is '/tmp', a folder; name a PNG file in it",
            "snapshot --view trends --out /dev/full | --out is '/dev/full', which is not an ordinary file",
            "snapshot --view trends --out x.png --scale 120 | --scale is '120'; it must be one of 100, 110, 125",
            "snapshot --view trends --out x.png --size 1x1 | --size is '1x1'; it must be WxH",
            "snapshot --view footprint --out x.png --window 7d | --window cannot be used with --view footprint; only efficiency",
            "snapshot --view vram --out x.png --window 2h | --window is '2h'; it must be one of 1h, 24h, 60d, 7d, FROM/TO",
            "snapshot --view vram --out x.png --window 2026-11-02T00:00Z/2026-11-01T00:00Z | it must be one of 1h",
            "snapshot --out x.png | --view or --all is missing",
            "snapshot --all --out /no/such | --out is '/no/such', but there is no folder /no",
            "snapshot --all --out= | --out is ''; it must name a file",
            "snapshot --all --out /dev/null | --out is '/dev/null', which is no folder",
            "snapshot --all --size 800x500 --out /tmp | --all and --size cannot be used together",
            "bench --rows 999 | --rows is 999; it must be from 1000 to 20000000",
            "bench --rows 20000001 | --rows is 20000001",
            "bench --rows many | --rows is 'many'; it must be a whole number",
            "gpu --json --check | --json and --check cannot be used together",
            "gpu --json --release | --json and --release cannot be used together",
            "rank --definition speed | 'speed'", "ranking | ranking", "db-env --role admin | 'admin'"})
    void namesWhatIsWrongInOneLine(String arguments, String message) {
        assertThat(run(arguments)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(message).startsWith("gravitas: ").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhyTheDatabaseCannotBeUsed() {
        stage.failure = new StoreException(Kind.MISCONFIGURED, "The password is wrong.");
        assertThat(run("rank")).isEqualTo(ExitCode.DATABASE);
        assertThat(err.toString()).isEqualTo("gravitas: The password is wrong." + System.lineSeparator());
    }

    @Test
    void reportsADatabaseThatIsAwayAsAState() {
        stage.failure = new StoreException(Kind.UNAVAILABLE, "Nobody answers.");
        assertThat(run("status --json")).isEqualTo(ExitCode.DATABASE);
        assertThat(out.toString()).contains("\"state\" : \"unavailable\"")
                .contains("Nobody answers.")
                .contains("\"rows_stored\" : null");
    }

    @Test
    void saysThatRecordingContinuesOnDiskWhileTheDatabaseIsAway() {
        stage.failure = new StoreException(Kind.UNAVAILABLE, "Nobody answers.");
        var logger = LoggerDocument.of(new LoggerCounters(1_500, 900, 598, 0, Map.of(), Map.of("spool_full", 2L)),
                new SpoolStatus(598, 300_000, Instant.parse("2026-11-24T10:15:00Z"), 0, SpoolStatus.Damage.NONE));
        stage.recorder = Optional.of(new Backstage.Recorder(StatusDocument.Role.SERVE, 1, Optional.empty(),
                Optional.of(logger)));
        run("status");
        assertThat(out.toString()).contains(
                "Logger     1,500 accepted: 900 stored, 598 spooled, 0 pending, 2 dropped (spool_full 2)",
                "Spool      Recording continues on disk (598 events, 0.3 MB), oldest 2026-11-24T10:15:00Z");
    }

    @Test
    void showsWhatWasLeftInTheSpoolWhenNobodyRecords() {
        stage.failure = new StoreException(Kind.UNAVAILABLE, "Nobody answers.");
        stage.spool = Optional.of(new SpoolStatus(7, 2_000_000, null, 1, new SpoolStatus.Damage(1, 3, 5_000_000)));
        run("status");
        assertThat(out.toString()).contains("Spool      7 events, 2.0 MB wait on disk for the next start",
                "Set aside  1 events",
                "Damaged    1 spool files to be recovered at the next start (5.0 MB), 3 events known to be lost");
        run("status --json");
        assertThat(out.toString()).contains("\"logger\" : null").contains("\"set_aside\" : 1");
    }

    @Test
    void quotesTheEnvironmentForTheShell() {
        assertThat(run("db-env")).isZero();
        assertThat(out.toString().lines()).containsExactly("export PGHOST='/data/it'\\''s $HOME'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void takesNoEmptyNameForTheFolderItStandsIn(String folder) {
        assertThat(execute("--data-dir", folder, "status")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--data-dir is '" + folder + "'; name a folder").hasLineCount(1);
    }

    @Test
    void prefersTheFolderOfTheOptionBeforeTheCommand() {
        run("--data-dir /elsewhere db-env");
        assertThat(stage.asked).isEqualTo(new DataFolder(Path.of("/elsewhere")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"rank | No requests in the last 24 h.",
            "rank --component nosuch | No requests of nosuch in the last 24 h.",
            "rank --host nosuch | No requests of host nosuch in the last 24 h.",
            "rank --host= | No requests of other programs in the last 24 h.",
            "rank --host a --component b | No requests of b of host a in the last 24 h."})
    void namesEveryFilterThatLeavesNothingToRank(String arguments, String message) {
        assertThat(run(arguments)).isZero();
        assertThat(out.toString()).startsWith(message);
    }

    @Test
    void marksStatisticsOfAnotherDefinition() {
        var day = LocalDate.parse("2026-11-23");
        stage.queries.answer(new SixtyDayStatistics(day.minusDays(59), day, Definition.E2E,
                List.of(new ModelTrend("qwen", Definition.E2E, true, 8.0, 3, 300, null, List.of()),
                        new ModelTrend("stranger", Definition.FOREIGN, false, 9.0, 1, 10, null, List.of()),
                        new ModelTrend("silent", null, false, null, 0, 0, null, List.of())),
                Instant.parse("2026-11-23T12:00:00Z")));
        run("stats");
        assertThat(out.toString()).containsPattern("qwen +8.000")
                .containsPattern("stranger \\(foreign\\) +9.000")
                .containsPattern("silent +–");
    }

    private int run(String arguments) {
        return execute(arguments.split(" "));
    }

    private int execute(String... arguments) {
        return GravitasCommand.commandLine(stage, Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void takesAMachineWithoutAGpuForNormal() {
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("No NVIDIA driver found.")
                .contains("Nothing is wrong if this machine has no");
        assertThat(run("gpu --json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"state\" : \"no_driver\"");
    }

    @Test
    void watchesUntilNobodyReadsAnyMore() {
        stage.pauses = 3;
        assertThat(run("gpu --watch")).isEqualTo(ExitCode.OK);
        assertThat(stage.pauses).as("watched to the end").isNegative();
        stage.pauses = 3;
        GravitasCommand.commandLine(stage, Map.of())
                .setOut(new PrintWriter(new BrokenPipe()))
                .execute("gpu", "--watch");
        assertThat(stage.pauses).as("ended at once").isEqualTo(3);
    }

    private static final class BrokenPipe extends Writer {
        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }

    @Test
    void comparesTheMemoryWithWhatNvidiaSmiSays() {
        stage.gpus = gpu(9_000);
        assertThat(run("gpu --check")).isEqualTo(ExitCode.DIFFERENT);
        assertThat(err.toString()).contains("nvidia-smi cannot be asked").contains("not installed");
        stage.smi = List.of(new Backstage.SmiMemory("GPU-a", 24_564L, 9_001L, 15_563L));
        assertThat(run("gpu --check")).isEqualTo(ExitCode.OK);
        stage.smi = List.of(new Backstage.SmiMemory("GPU-a", 24_564L, 9_003L, 15_561L));
        assertThat(run("gpu --check")).isEqualTo(ExitCode.DIFFERENT);
        assertThat(out.toString()).contains("DIFFERENT");
        stage.smi = List.of(new Backstage.SmiMemory("GPU-other", 24_564L, 9_000L, 15_564L));
        assertThat(run("gpu --check")).isEqualTo(ExitCode.DIFFERENT);
    }

    @Test
    void saysThatNothingWasComparedAndWhy() {
        stage.gpus = stage.gpus.failing(GpuFault.RELEASED, null, Instant.EPOCH);
        assertThat(run("gpu --check")).isEqualTo(ExitCode.DIFFERENT);
        assertThat(err.toString()).contains("Nothing was compared: The GPU is released.")
                .contains("gravitas gpu --resume")
                .hasLineCount(1);
        assertThat(out.toString()).isEmpty();
        var split = SampleGpus.split().status().gpus();
        stage.gpus = new GpuStatus(null, null, null, null, split.subList(1, 3), 0);
        stage.smi = List.of(new Backstage.SmiMemory("GPU-0", 24_564L, 9_001L, 15_563L));
        assertThat(run("gpu --check")).isEqualTo(ExitCode.DIFFERENT);
        assertThat(err.toString()).contains("Nothing was compared: nvidia-smi tells").hasLineCount(2);
    }

    @Test
    void explainsEachExitCode() throws Exception {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        var codes = out.toString().substring(out.toString().indexOf("Exit codes:"));
        for (var code : ExitCode.class.getFields()) {
            assertThat(codes).as(code.getName()).containsPattern("\n +" + code.getInt(null) + " +\\w");
        }
    }

    @Test
    void tellsWhyAFigureOfAGpuIsMissing() {
        stage.gpus = gpu(9_000);
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("15,564")
                .contains("9,000")
                .contains("GPU 0, processes: Hidden.")
                .contains("GPU 0, temperature: ")
                .doesNotContain("(no process)");
        assertThat(run("gpu --json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"fan_percent\" : null").contains("\"fan_percent\" : \"Hidden.\"");
    }

    @Test
    void saysThatAGpuIsLostAndWhatToDo() {
        var well = SampleGpus.gpu(0, 9_000, List.of());
        var lost = GpuReading.lost(new GpuIdentity("GPU-b", "00000000:02:00.0", "RTX 3090", 1),
                new GpuLoss(GpuLoss.Kind.SILENT, Instant.EPOCH), Instant.EPOCH);
        stage.gpus = new GpuStatus(new DriverVersions("580", "13", "13.0"), null, null, null, List.of(well, lost), 1);
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).containsPattern("1 +RTX 3090 +– +–")
                .containsOnlyOnce("does not answer any more")
                .contains("GPU 1 (00000000:02:00.0) is lost: The GPU does not answer any more.")
                .contains("a restart of the machine brings it back");
        out.getBuffer().setLength(0);
        stage.gpus = stage.gpus.failing(GpuFault.LOST, null, Instant.EPOCH);
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).containsOnlyOnce("does not answer any more")
                .contains("GPU 1 (00000000:02:00.0) is lost.\n");
        out.getBuffer().setLength(0);
        stage.gpus = new GpuStatus(null, null, null, null, List.of(well, lost), 1);
        assertThat(run("gpu --json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"state\" : \"ok\"")
                .contains("\"state\" : \"lost\"")
                .contains("\"pci_bus_id\" : \"00000000:02:00.0\"")
                .containsPattern("\"advice\" : \"[^\"]*a restart of the machine");
    }

    @Test
    void saysWhichGpuIsLockedOutSinceWhenAndBelowWhat() {
        stage.gpus = SampleGpus.busy(2).status();
        stage.lockouts = SampleGpus.busy(2).lockouts();
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).containsPattern("GPU +Name .* lockout below +locked out\n")
                .containsPattern("0 +NVIDIA GeForce RTX 4090 +640 .* 1,229 +since " + SampleGpus.NOW.minusSeconds(90)
                        + "\n")
                .containsPattern("1 +NVIDIA GeForce RTX 4090 +2,460 .* 1,229 +no\n");
        assertThat(run("gpu --json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"locked_out\" : true")
                .contains("\"locked_out_since\" : \"" + SampleGpus.NOW.minusSeconds(90) + "\"")
                .contains("\"locked_out\" : false")
                .contains("\"locked_out_since\" : null")
                .contains("\"lockout_threshold_mib\" : 1229.0");
    }

    @Test
    void saysThatAGpuIsLockedOutAlsoWhereNobodyKnowsSinceWhen() {
        stage.gpus = gpu(24_000);
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).containsPattern(" 1,228 +yes\n")
                .contains("GPU 0 is locked out; since when is not known here.");
        stage.gpus = new GpuStatus(null, null, null, null, List.of(SampleGpus.gpu(0,
                new Outcome.NotSupported<>("This GPU does not tell it."), Outcome.of(List.of()))), 0);
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).containsPattern(" – +–\n");
        out.getBuffer().setLength(0);
        assertThat(run("gpu --json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"locked_out\" : null").contains("\"lockout_threshold_mib\" : null");
    }

    @Test
    void listsTheLargestHolderFirstAndWhatNoProcessExplainsLast() {
        stage.gpus = gpu(9_000, Outcome.of(List.of(new GpuHolder(7, "small", null, 1L << 30, true),
                new GpuHolder(8, "hidden", null, null, true), new GpuHolder(9, "large", null, 2L << 30, true))));
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).containsSubsequence("large", "small", "hidden").doesNotContain("(no process)");
        stage.gpus = gpu(9_000, Outcome.of(List.of(new GpuHolder(7, "small", null, 1L << 30, true))));
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).containsPattern("small .* 1,024\\s+0 +\\(no process\\) .* 7,976");
    }

    @Test
    void listsTheProcessesThatAreToldAndSaysWhichAreNot() {
        stage.gpus = gpu(9_000,
                new Outcome.Partial<>(List.of(new GpuHolder(7, "ollama", null, 1L << 30, true)), "Others are hidden."));
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("ollama").contains("GPU 0, processes: Others are hidden.");
        assertThat(run("gpu --json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"program\" : \"ollama\"")
                .contains("\"processes\" : \"Others are hidden.\"");
    }

    @Test
    void tellsThePartsOfAGpuApart() {
        stage.gpus = SampleGpus.split().status();
        assertThat(run("gpu")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).containsPattern("0 GI 2 CI 0 +NVIDIA GeForce RTX 4090 MIG 3g.12gb +6,788")
                .containsPattern("0 GI 1 CI 0 +NVIDIA GeForce RTX 4090 MIG 3g.12gb +12,288")
                .containsPattern("0 GI 2 CI 0 +ollama +gemma3:12b");
        assertThat(out.toString()).containsOnlyOnce("39877");
        assertThat(run("gpu --json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("\"part_of\" : null")
                .contains("\"part_of\" : \"GPU-0\"")
                .contains("\"gpu_instance\" : 2")
                .contains("\"compute_instance\" : 0");
    }

    @Test
    void saysWhetherTheGpusWereReleased() {
        assertThat(run("gpu --resume")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).isEqualTo("The GPUs were not released, so nothing has changed.\n");
        assertThat(run("gpu --release")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("no console records here");
        stage.recorder = Optional.of(new Backstage.Recorder(StatusDocument.Role.SERVE, 1, Optional.empty(),
                Optional.empty()));
        assertThat(run("gpu --release")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("the console has closed their driver");
        assertThat(run("gpu --resume")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).endsWith(
                "The release has ended: the console reads the GPUs again within two seconds.\n");
        stage.recorder = Optional.empty();
        assertThat(run("gpu --resume")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .endsWith("The release has ended: whoever opens a console next reads the GPUs again.\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysThatAConsoleDoesNotLetGoOfTheGpus() {
        stage.letsGo = false;
        assertThat(run("gpu --release")).isEqualTo(ExitCode.STILL_HELD);
        assertThat(err.toString()).contains("has not let go of the GPUs yet").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void takesOneOrderForGpusAtATime() {
        assertThat(run("gpu --release --resume")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--release").hasLineCount(1);
    }

    private static GpuStatus gpu(long usedMib) {
        return gpu(usedMib, hidden());
    }

    private static GpuStatus gpu(long usedMib, Outcome<List<GpuHolder>> holders) {
        var vram = new VramReading(24_564L << 20, 0L, usedMib << 20, 24_564L - usedMib << 20, VramReading.Source.V2);
        var reading = new GpuReading(new GpuIdentity("GPU-a", "00000000:01:00.0", "RTX", 0), Instant.EPOCH,
                Outcome.of(vram), new GpuActivity(hidden(), hidden(), hidden(), hidden(), hidden(), hidden(), hidden()),
                holders);
        return new GpuStatus(new DriverVersions("580", "13", "13.0"), null, null, null, List.of(reading), 1);
    }

    private static <T> Outcome<T> hidden() {
        return new Outcome.NotSupported<>("Hidden.");
    }

    @Test
    void saysOnEveryWayOutThatADemoIsNotReal(@TempDir Path folder) throws IOException {
        Files.writeString(new DataFolder(folder).demoMark(), "");
        stage.demo = new DataFolder(folder);
        assertThat(run("--demo --seed 7 rank")).isEqualTo(ExitCode.OK);
        assertThat(stage.seed).isEqualTo(7);
        assertThat(err.toString()).isEqualTo("gravitas: Demo – nothing here is real." + System.lineSeparator());
        assertThat(out.toString()).startsWith("Demo – nothing here is real.");
        assertThat(run("--demo rank --json")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("{\n  \"demo\" : true,\n  \"generated_at\"");
    }

    @Test
    void labelsADemoThatRunsElsewhere(@TempDir Path folder) throws IOException {
        Files.writeString(new DataFolder(folder).demoMark(), "");
        assertThat(execute("--data-dir", folder.toString(), "footprint")).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).contains("nothing here is real");
        assertThat(out.toString()).startsWith("Demo – nothing here is real.");
    }

    @Test
    void saysNothingOfADemoWhereThingsAreReal(@TempDir Path folder) {
        assertThat(execute("--data-dir", folder.toString(), "rank", "--json")).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).startsWith("{\n  \"generated_at\"").doesNotContain("demo");
    }

    @Test
    void savesABundleWhereNoFileIsYet(@TempDir Path folder) throws IOException {
        var file = folder.resolve("bundle.zip");
        assertThat(execute("diagnostics", "--out", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("versions.txt").contains("Saved: " + file);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("versions.txt");
        }
        var before = Files.readAllBytes(file);
        assertThat(execute("diagnostics", "--out", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("is there already").hasLineCount(1);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void listsABundleWithoutSavingIt() {
        assertThat(run("diagnostics --list")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("versions.txt").contains("8").doesNotContain("Saved");
        assertThat(run("diagnostics --list --out x.zip")).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void savesNoBundleOnceToldToStop(@TempDir Path folder) {
        stage.bundle = Optional.empty();
        assertThat(execute("diagnostics", "--out", folder.resolve("x.zip").toString()))
                .isEqualTo(ExitCode.INTERRUPTED);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--demo --data-dir /tmp rank | --demo has a folder of its own",
            "--seed 3 rank | --seed is for --demo", "--demo import x.csv | import has no --demo",
            "--demo db-env | db-env has no --demo", "--demo bench | bench has no --demo",
            "--demo gpu --check | gpu --check has no --demo", "--demo gpu --release | gpu --release has no --demo",
            "--demo gpu --resume | gpu --resume has no --demo"})
    void keepsTheDemoApartFromWhatIsReal(String arguments, String message) {
        assertThat(run(arguments)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(message).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--demo rank --hours 0 | --hours is 0",
            "--demo snapshot --view nothing --out x.png | --view is 'nothing'",
            "--demo snapshot --view trends --out /no/such/x.png | there is no folder /no/such",
            "--demo snapshot --view trends --out x.png --size 1x1 | --size is '1x1'",
            "--demo gpu --json --check | --json and --check"})
    void looksAtArgumentsBeforeItMakesADemo(String arguments, String message) {
        assertThat(run(arguments)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(message).hasLineCount(1);
        assertThat(stage.seed).as("no demo was made").isZero();
    }

    /// A console without anything behind it.
    private static final class Stage implements Backstage {
        @Nullable
        StoreException failure;
        @Nullable
        DataFolder asked;
        final FakeTelemetryQueries queries = new FakeTelemetryQueries(Clock.systemUTC());
        Optional<Recorder> recorder = Optional.empty();
        Optional<SpoolStatus> spool = Optional.empty();
        List<RecorderDocument> programs = List.of();
        GpuStatus gpus = new GpuStatus(null, GpuFault.NO_DRIVER, null, Instant.EPOCH, List.of(), 0);
        List<LockoutEpisode> lockouts = List.of();
        private int pauses;
        List<SmiMemory> smi = List.of();
        Optional<List<BundleEntry>> bundle = Optional.of(List.of(new BundleEntry("versions.txt", "Java 25\n")));
        boolean letsGo = true;
        @Nullable
        DataFolder demo;
        long seed;

        @Override
        public int demo(long seed, Consumer<String> tell, InDemo inside) {
            this.seed = seed;
            return inside.on(Objects.requireNonNull(demo));
        }

        @Override
        public int window(DataFolder folder, Consumer<String> tell) {
            throw new AssertionError("window");
        }

        @Override
        public int serve(DataFolder folder, Consumer<String> tell) {
            throw new AssertionError("serve");
        }

        @Override
        public Database open(DataFolder folder) throws StoreException {
            if (failure != null) {
                throw failure;
            }
            return new FakeDatabase(queries);
        }

        @Override
        public Database openPromptly(DataFolder folder) throws StoreException {
            return open(folder);
        }

        @Override
        public boolean interrupted() {
            return false;
        }

        @Override
        public Optional<Recorder> recorder(DataFolder folder) {
            return recorder;
        }

        @Override
        public Optional<SpoolStatus> leftSpool(DataFolder folder) {
            return spool;
        }

        @Override
        public List<RecorderDocument> programs(DataFolder folder) {
            return programs;
        }

        @Override
        public Map<String, String> databaseEnvironment(DataFolder folder, DatabaseRole role, Optional<Boolean> tcp) {
            asked = folder;
            return Map.of("PGHOST", "/data/it's $HOME");
        }

        @Override
        public void keepDatabase(DataFolder folder, Runnable ready) {
            throw new AssertionError("keep");
        }

        @Override
        public Optional<BenchDocument> bench(DataFolder folder, long rows, Consumer<String> tell) {
            throw new AssertionError("bench");
        }

        @Override
        public boolean pause(Duration time) {
            return pauses-- > 0;
        }

        @Override
        public GpuBoard gpus(DataFolder folder) {
            return SampleGpus.of(gpus).locked(lockouts.toArray(LockoutEpisode[]::new));
        }

        @Override
        public boolean releaseGpus(DataFolder folder) {
            asked = folder;
            return letsGo;
        }

        @Override
        public boolean resumeGpus(DataFolder folder) {
            return asked != null;
        }

        @Override
        public List<SmiMemory> askSmi() throws IOException {
            if (smi.isEmpty()) {
                throw new IOException("not installed");
            }
            return smi;
        }

        @Override
        public Optional<List<BundleEntry>> diagnostics(DataFolder folder, Consumer<Diagnostics.Progress> progress) {
            return bundle;
        }

        @Override
        public RowRange benchRows() {
            return new RowRange(1_000, 20_000_000);
        }

        @Override
        public void snapshot(DataFolder folder, List<SnapshotOrder> orders, Consumer<Path> drawn) {
            throw new AssertionError("snapshot");
        }
    }
}
