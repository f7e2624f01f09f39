package dev.gravitas.ui.chart.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.chart.ModelColours.Look;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.stage.Window;

class ChartSheetTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Quantity GIB = new Quantity("Used VRAM", "GiB", 1);

    @TempDir
    private Path folder;

    private static TimeLine line(String name, double... values) {
        var times = new long[values.length];
        Arrays.setAll(times, i -> NOON.plusSeconds(i).toEpochMilli());
        return new TimeLine(name, new Look(0), List.of(TimeRun.of(times, values)));
    }

    private static TimePicture picture(TimeLine... lines) {
        return new TimePicture(GIB, Grain.MOMENTS, new TimeWindow(NOON, NOON.plusSeconds(60)), 24, List.of(lines),
                List.of(), List.of());
    }

    private static String csv(TimePicture picture) {
        return ChartSheet.of(picture, picture.window(), picture.lines()).csv();
    }

    @Test
    void writesWhatIsShownWithOffsetDotsAndHoles() {
        assertThat(csv(picture(line("GPU 0", 1.5, 0.00001), line("GPU 1", 12_345_678)))).isEqualTo("""
                time,GPU 0 (GiB),GPU 1 (GiB)\r
                2026-11-23T12:00:00.000+00:00,1.5,12345678\r
                2026-11-23T12:00:01.000+00:00,0.000010,\r
                """);
    }

    @Test
    void leavesOutWhatIsNotShown() {
        var picture = picture(line("GPU 0", 1, 2, 3));
        var span = new TimeWindow(NOON.plusSeconds(1), NOON.plusSeconds(2));
        assertThat(ChartSheet.of(picture, span, picture.lines()).rows()).hasSize(2);
    }

    @Test
    void writesEachValueOfALineThatJumps() {
        long at = NOON.toEpochMilli();
        var jump = new TimeLine("GPU 0", new Look(0),
                List.of(TimeRun.of(new long[]{at, at, at}, new double[]{4, 23, 4})));
        var picture = picture(jump, line("GPU 1", 7));
        assertThat(ChartSheet.of(picture, picture.window(), picture.lines()).rows()).extracting(ChartSheet.Row::values)
                .containsExactly(List.of(4.0, 7.0), Arrays.asList(23.0, null), Arrays.asList(4.0, null));
    }

    @Test
    void quotesNamesAndTellsFormulasToBeText() {
        assertThat(csv(picture(line("=HYPERLINK(\"x\",\"y\")", 1), line("a,b", 1), line("+1", 1), line("@x", 1),
                line("-2", 1)))).startsWith(
                        "time,\"'=HYPERLINK(\"\"x\"\",\"\"y\"\") (GiB)\",\"a,b (GiB)\",'+1 (GiB),'@x (GiB),'-2 (GiB)\r\n");
    }

    @Test
    void writesDaysAsDays() {
        var first = LocalDate.parse("2026-11-20");
        var picture = TimePicture.daily(new Quantity("Efficiency", "ms/token", 2), first, first.plusDays(1),
                List.of(new TimeLine("m", new Look(0), TimePicture.days(first, Arrays.asList(null, 2.5)))));
        assertThat(csv(picture)).isEqualTo("day,m (ms/token)\r\n2026-11-21T00:00:00+00:00,2.5\r\n");
    }

    @Test
    void writesWhereSlicesBegin() {
        var first = Instant.parse("2026-11-20T06:00:00Z");
        var picture = TimePicture.sliced(new Quantity("Efficiency", "ms/token", 2), Grain.SIX_HOURS,
                new TimeWindow(first, first.plusSeconds(43_200)), List.of(new TimeLine("m", new Look(0),
                        TimePicture.slices(Grain.SIX_HOURS, first, Arrays.asList(null, 2.5)))));
        assertThat(csv(picture)).isEqualTo("begin,m (ms/token)\r\n2026-11-20T12:00:00.000+00:00,2.5\r\n");
    }

    /// Writes as the console does, on this thread.
    private ChartSaving saving() {
        return saving(Runnable::run);
    }

    private ChartSaving saving(Executor work) {
        var strings = new Strings(Locale.ENGLISH);
        ChartFiles files = new NativeChartFiles(strings) {
            @Override
            public Optional<Target> ask(Window owner, String name) {
                throw new AssertionError("nobody is asked for a file");
            }
        };
        return new ChartSaving(
                new ChartTools(new Formats(Locale.ENGLISH), strings, new FxBridge(Runnable::run), work,
                        files));
    }

    private static ChartSaving.Said said(ChartSaving saving) {
        return saving.said().get().orElseThrow();
    }

    @Test
    void copiesAfterTheTextWasMadeInTheBackground() {
        var waiting = new ArrayList<Runnable>();
        var saving = saving(waiting::add);
        var clipboard = new ArrayList<String>();
        saving.copy(() -> "time,GPU 0", clipboard::add);
        assertThat(said(saving).text()).isEqualTo("Copying …");
        assertThat(clipboard).isEmpty();
        waiting.getFirst().run();
        assertThat(clipboard).containsExactly("time,GPU 0");
        assertThat(said(saving).text()).isEqualTo("Copied.");
    }

    @Test
    void savesAllOfAFileAndSaysWhere() throws IOException {
        var saving = saving();
        var file = folder.resolve("used-vram.csv");
        saving.save(new ChartFiles.Target(file, false), () -> "a".getBytes(StandardCharsets.UTF_8));
        assertThat(said(saving).text()).isEqualTo("Saved: " + file);
        assertThat(file).hasContent("a");
        assertThat(folder).isDirectoryNotContaining("glob:**/.gravitas*");
    }

    @Test
    void replacesAFileOnlyAfterAYes() throws IOException {
        var saving = saving();
        var file = Files.writeString(folder.resolve("used-vram.csv"), "mine");
        saving.save(new ChartFiles.Target(file, false), () -> "a".getBytes(StandardCharsets.UTF_8));
        assertThat(said(saving).text()).isEqualTo(file + " is there already.");
        assertThat(file).hasContent("mine");
        said(saving).question().orElseThrow().run();
        assertThat(said(saving).text()).isEqualTo("Saved: " + file);
        assertThat(file).hasContent("a");
    }

    @Test
    void saysWhyNothingWasSaved() {
        var saving = saving();
        saving.save(new ChartFiles.Target(folder.resolve("gone/used-vram.csv"), false), () -> new byte[1]);
        assertThat(said(saving).text()).startsWith("Not saved: ").contains("gone");
        assertThat(said(saving).question()).isEmpty();
        saving.save(new ChartFiles.Target(folder.resolve("x.png"), false), () -> {
            throw new IOException("no encoder");
        });
        assertThat(said(saving).text()).isEqualTo("Not saved: no encoder");
        assertThat(folder).isEmptyDirectory();
    }
}
