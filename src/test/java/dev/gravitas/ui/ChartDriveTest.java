package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.chart.ModelColours.Look;
import dev.gravitas.ui.chart.time.ChartActions;
import dev.gravitas.ui.chart.time.ChartFiles;
import dev.gravitas.ui.chart.time.ChartLink;
import dev.gravitas.ui.chart.time.ChartModel;
import dev.gravitas.ui.chart.time.ChartPane;
import dev.gravitas.ui.chart.time.ChartTools;
import dev.gravitas.ui.chart.time.Grain;
import dev.gravitas.ui.chart.time.NativeChartFiles;
import dev.gravitas.ui.chart.time.Quantity;
import dev.gravitas.ui.chart.time.TimeLevel;
import dev.gravitas.ui.chart.time.TimeLine;
import dev.gravitas.ui.chart.time.TimeMark;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.chart.time.TimeRun;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import io.fair_acc.chartfx.Chart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/// What a chart does when somebody uses it, by mouse and by key alone.
class ChartDriveTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final TimeWindow HOUR = new TimeWindow(NOON, NOON.plusSeconds(3_600));
    private static final Strings STRINGS = new Strings(Locale.ENGLISH);

    @TempDir
    private Path folder;

    private final ChartLink link = FxRoom.on(ChartLink::new);
    private final ChartTools tools = new ChartTools(new Formats(Locale.ENGLISH), STRINGS, FxBridge.toToolkit(),
            Runnable::run, new FolderFiles());
    private final ChartModel model = FxRoom.on(() -> new ChartModel(link, tools));
    private final ChartModel other = FxRoom.on(() -> new ChartModel(link, tools));
    private final ChartPane pane = FxRoom.on(ChartPane::new);
    private final ChartPane otherPane = FxRoom.on(ChartPane::new);
    private final ChartActions actions = FxRoom.on(ChartActions::new);
    private final Stage stage = FxRoom.on(this::open);

    /// Saves below the test's folder, under the name that the chart proposes.
    private final class FolderFiles implements ChartFiles {
        private final ChartFiles real = new NativeChartFiles(STRINGS);

        @Override
        public Optional<Target> ask(Window owner, String name) {
            return Optional.of(new Target(folder.resolve(name), false));
        }

        @Override
        public void write(Target target, byte[] content) throws IOException {
            real.write(target, content);
        }
    }

    private Stage open() {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        pane.follow(model);
        otherPane.follow(other);
        actions.of(pane);
        pane.setPrefHeight(300);
        otherPane.setPrefHeight(260);
        var scene = new Scene(new VBox(actions, pane, otherPane), 900, 600);
        scene.getStylesheets()
                .addAll(FxRoom.sheets("tokens", "theme-light", "controls", "charts"));
        var shown = new Stage();
        shown.setScene(scene);
        shown.show();
        return shown;
    }

    @AfterEach
    void close() {
        FxRoom.on(() -> {
            stage.close();
            return true;
        });
    }

    private static TimeRun run(int fromS, int toS, double value) {
        return TimeRun.of(
                IntStream.rangeClosed(fromS, toS).mapToLong(s -> NOON.plusSeconds(s).toEpochMilli()).toArray(),
                IntStream.rangeClosed(fromS, toS).mapToDouble(s -> value + s / 3_600.0).toArray());
    }

    /// GPU 1 has no reading from 12:20 to 12:40, GPU 0 none from 12:30 to 12:35.
    private static TimePicture picture(int lines) {
        return new TimePicture(new Quantity("Used VRAM", "GiB", 1), Grain.MOMENTS, HOUR, 24,
                IntStream.range(0, lines)
                        .mapToObj(i -> new TimeLine("GPU " + i, new Look(i), i == 0
                                ? List.of(run(0, 1_800, 6), run(2_100, 3_600, 6))
                                : List.of(run(0, 1_200, 10 + i), run(2_400, 3_600, 10 + i))))
                        .toList(),
                List.of(new TimeLevel(6.25, List.of(new Look(0)), "lockout of GPU 0")), List.of());
    }

    private void show(int lines) {
        FxRoom.on(() -> {
            model.show(picture(lines));
            other.show(picture(1));
            return true;
        });
        FxRoom.pulses(stage.getScene(), 4);
    }

    private TimeWindow shown() {
        return FxRoom.on(() -> link.span().shown().get());
    }

    private Duration length() {
        return Duration.between(shown().from(), shown().to());
    }

    private void press(KeyCode code, boolean shift) {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    private void type(String character) {
        fire(new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
    }

    private void fire(Event event) {
        FxRoom.on(() -> {
            Event.fireEvent(pane.chart(), event);
            return true;
        });
        FxRoom.pulses(stage.getScene(), 2);
    }

    private double x(double share) {
        return FxRoom.on(() -> {
            var crossed = Objects.requireNonNull(pane.chart().lookup(".chart-baseline")).getBoundsInParent();
            return crossed.getMinX() + share * crossed.getWidth();
        });
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, boolean shift) {
        var button = type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY;
        fire(new MouseEvent(type, x, 100, 0, 0, button, 1, shift, false, false, false,
                type == MouseEvent.MOUSE_DRAGGED, false, false, false, false, true, null));
    }

    private void drag(double from, double to, boolean shift) {
        mouse(MouseEvent.MOUSE_PRESSED, x(from), shift);
        mouse(MouseEvent.MOUSE_DRAGGED, x((from + to) / 2), shift);
        mouse(MouseEvent.MOUSE_DRAGGED, x(to), shift);
        mouse(MouseEvent.MOUSE_RELEASED, x(to), shift);
    }

    private static boolean near(Instant one, int second) {
        return Duration.between(one, NOON.plusSeconds(second)).abs().toSeconds() <= 8;
    }

    private String tip(ChartPane of) {
        return FxRoom.on(() -> {
            var tip = Objects.requireNonNull(of.lookup(".readings-tip"));
            return tip.isVisible() ? words((Parent) tip) : "";
        });
    }

    private static String words(Parent parent) {
        var words = new StringBuilder();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isVisible() && child instanceof Labeled labeled && labeled.getText() != null) {
                words.append(labeled.getText()).append('\n');
            }
            if (child.isVisible() && child instanceof Parent inner) {
                words.append(words(inner));
            }
        }
        return words.toString();
    }

    private void click(String text) {
        FxRoom.on(() -> {
            ((Button) pane.getScene()
                    .getRoot()
                    .lookupAll(".button")
                    .stream()
                    .filter(button -> text.equals(((Button) button).getText()))
                    .findFirst()
                    .orElseThrow()).fire();
            return true;
        });
        FxRoom.pulses(stage.getScene(), 2);
    }

    @Test
    void zoomsByDraggingGoesBackAndShowsAll() {
        show(2);
        drag(0.25, 0.5, false);
        assertThat(near(shown().from(), 900) && near(shown().to(), 1_800)).as("" + shown()).isTrue();
        drag(0.9, 0.4, false);
        assertThat(length()).isBetween(Duration.ofSeconds(440), Duration.ofSeconds(460));
        click("Back");
        assertThat(near(shown().from(), 900)).isTrue();
        click("All");
        assertThat(shown()).isEqualTo(HOUR);
    }

    private void show(Look look, int untilSeconds) {
        var minutes = IntStream.rangeClosed(0, untilSeconds / 60).map(i -> i * 60).toArray();
        var run = TimeRun.of(IntStream.of(minutes).mapToLong(s -> NOON.plusSeconds(s).toEpochMilli()).toArray(),
                IntStream.of(minutes).mapToDouble(_ -> 12).toArray());
        FxRoom.on(() -> {
            model.show(new TimePicture(new Quantity("Efficiency", "ms/token", 2), Grain.MOMENTS, HOUR, 24,
                    List.of(new TimeLine("m" + look.slot(), look, List.of(run))), List.of(), List.of()));
            return true;
        });
        FxRoom.pulses(stage.getScene(), 4);
    }

    /// Which share of the columns of pixels has something of a line.
    private double inked() {
        return FxRoom.on(() -> {
            var area = Objects.requireNonNull(pane.chart().lookup(".chart-baseline")).getBoundsInParent();
            var pixels = pane.chart().snapshot(null, null).getPixelReader();
            int from = (int) area.getMinX() + 2;
            int to = (int) area.getMaxX() - 2;
            return IntStream.range(from, to)
                    .filter(x -> IntStream.range(20, (int) area.getMinY() - 4)
                            .anyMatch(y -> pixels.getColor(x, y).getSaturation() > 0.3))
                    .count() / (double) (to - from);
        });
    }

    @Test
    void drawsTheWholeLineOfASpanThatItCrosses() {
        show(new Look(0), 300);
        show(new Look(0), 3_600);
        assertThat(inked()).as("of all").isGreaterThan(0.95);
        drag(0.2, 0.45, false);
        mouse(MouseEvent.MOUSE_EXITED, 0, false);
        FxRoom.pulses(stage.getScene(), 4);
        assertThat(inked()).as("of a part").isGreaterThan(0.95);
    }

    @Test
    void drawsALineInThePatternOfItsModelWhateverWasDrawnBefore() {
        show(new Look(0), 3_600);
        show(new Look(6), 3_600);
        assertThat(inked()).as("dashed").isBetween(0.3, 0.9);
        show(new Look(0), 3_600);
        assertThat(inked()).as("solid").isGreaterThan(0.95);
    }

    @Test
    void drawsNothingAnewWhileNothingChanges() {
        show(2);
        FxRoom.pulses(stage.getScene(), 4);
        var drawn = new AtomicInteger();
        FxRoom.on(() -> {
            pane.chart()
                    .lookupAll(".chart")
                    .stream()
                    .filter(Chart.class::isInstance)
                    .map(Chart.class::cast)
                    .forEach(chart -> chart.getBitState().addChangeListener((_, _) -> drawn.incrementAndGet()));
            return true;
        });
        FxRoom.pulses(stage.getScene(), 10);
        assertThat(drawn).hasValue(0);
        show(1);
        assertThat(drawn).as("what counts is heard").hasPositiveValue();
    }

    @Test
    void escapeCancelsADrag() {
        show(2);
        mouse(MouseEvent.MOUSE_PRESSED, x(0.2), false);
        mouse(MouseEvent.MOUSE_DRAGGED, x(0.6), false);
        assertThat(FxRoom.on(() -> pane.lookup(".chart-selection").isVisible())).isTrue();
        press(KeyCode.ESCAPE, false);
        assertThat(FxRoom.on(() -> pane.lookup(".chart-selection").isVisible())).isFalse();
        mouse(MouseEvent.MOUSE_RELEASED, x(0.6), false);
        assertThat(shown()).isEqualTo(HOUR);
    }

    @Test
    void movesAlongWithShiftAndZoomsWithTheWheelWhereThePointerIs() {
        show(2);
        fire(new ScrollEvent(ScrollEvent.SCROLL, x(0.5), 100, 0, 0, false, false, false, false, true, false, 0, 80, 0,
                80, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                null));
        assertThat(length()).isEqualTo(Duration.ofSeconds(2_304));
        assertThat(near(shown().from().plus(length().dividedBy(2)), 1_800)).isTrue();
        var before = shown();
        drag(0.6, 0.5, true);
        assertThat(length()).isEqualTo(Duration.between(before.from(), before.to()));
        assertThat(Duration.between(before.from(), shown().from())).isBetween(Duration.ofSeconds(220),
                Duration.ofSeconds(240));
    }

    @Test
    void isUsedByKeysAlone() {
        show(2);
        press(KeyCode.END, false);
        assertThat(FxRoom.on(() -> link.crosshair().at().get())).contains(NOON.plusSeconds(3_600));
        press(KeyCode.HOME, false);
        assertThat(FxRoom.on(() -> link.crosshair().at().get())).contains(NOON);
        press(KeyCode.RIGHT, false);
        assertThat(FxRoom.on(() -> link.crosshair().at().get())).contains(NOON.plusSeconds(18));
        type("+");
        assertThat(length()).isEqualTo(Duration.ofMinutes(30));
        press(KeyCode.RIGHT, true);
        assertThat(shown().from()).isAfter(NOON.plusSeconds(170));
        press(KeyCode.BACK_SPACE, false);
        type("-");
        assertThat(shown()).isEqualTo(HOUR);
        type("+");
        type("0");
        assertThat(shown()).isEqualTo(HOUR);
        press(KeyCode.ESCAPE, false);
        assertThat(FxRoom.on(() -> link.crosshair().at().get())).isEmpty();
    }

    @Test
    void pointsInAllChartsOfAViewAtOnceAndTellsTheHighestFirst() {
        show(2);
        FxRoom.on(() -> {
            pane.chart().requestFocus();
            return true;
        });
        mouse(MouseEvent.MOUSE_MOVED, x(0.25), false);
        assertThat(tip(pane)).contains("2026-11-23 12:1")
                .contains("+00:00")
                .containsSubsequence("GPU 1", "11.3 GiB",
                        "GPU 0", "6.3 GiB");
        assertThat(FxRoom.on(() -> ((Region) Objects.requireNonNull(pane.lookup(".readings-tip"))).getHeight()
                - Objects.requireNonNull(pane.lookup(".readings")).getBoundsInParent().getMaxY()))
                .as("all of it is on its paper")
                .isPositive();
        assertThat(FxRoom.on(() -> otherPane.lookup(".crosshair").isVisible())).isTrue();
        assertThat(tip(otherPane)).as("only where somebody points").isEmpty();
    }

    @Test
    void tellsNoReadingInAGap() {
        show(2);
        FxRoom.on(() -> {
            pane.chart().requestFocus();
            return true;
        });
        mouse(MouseEvent.MOUSE_MOVED, x(0.45), false);
        assertThat(tip(pane)).contains("GPU 0").doesNotContain("GPU 1");
        mouse(MouseEvent.MOUSE_MOVED, x(0.54), false);
        assertThat(tip(pane)).contains("no reading").doesNotContain("GPU");
    }

    @Test
    void tellsMoreReadingsThanAreMadeReadyAtOnceAsATableToo() {
        long[] times = LongStream.range(0, 60_000).map(i -> NOON.toEpochMilli() + i * 60).toArray();
        var line = new TimeLine("GPU 0", new Look(0), List.of(TimeRun.of(times, new double[times.length])));
        FxRoom.on(() -> {
            model.show(new TimePicture(new Quantity("Used VRAM", "GiB", 1), Grain.MOMENTS, HOUR, 24, List.of(line),
                    List.of(), List.of()));
            return true;
        });
        FxRoom.pulses(stage.getScene(), 3);
        FxRoom.on(() -> {
            pane.tabularProperty().set(true);
            return true;
        });
        FxRoom.pulses(stage.getScene(), 3);
        assertThat(FxRoom.on(() -> ((TableView<?>) Objects.requireNonNull(pane.lookup(".table-view"))).getItems()
                .size())).isEqualTo(60_000);
    }

    private int levels(String part) {
        FxRoom.pulses(stage.getScene(), 3);
        return FxRoom.on(() -> pane.lookupAll(part).size());
    }

    /// The level is one of GPU 0.
    @Test
    void coversWithABandOnlyLinesThatTheLevelConcerns() {
        show(2);
        assertThat(List.of(levels(".level-line"), levels(".level-band"))).containsExactly(1, 0);
        legend(0, false);
        assertThat(List.of(levels(".level-line"), levels(".level-band"))).containsExactly(1, 1);
        legend(1, false);
        assertThat(List.of(levels(".level-line"), levels(".level-band"))).containsExactly(0, 0);
    }

    private void legend(int line, boolean ctrl) {
        FxRoom.on(() -> {
            var entry = (Button) pane.lookupAll(".legend-line").toArray()[line];
            if (ctrl) {
                Event.fireEvent(entry,
                        new KeyEvent(KeyEvent.KEY_PRESSED, " ", "", KeyCode.SPACE, false, true, false, false));
            } else {
                entry.fire();
            }
            return true;
        });
        FxRoom.pulses(stage.getScene(), 2);
    }

    @Test
    void tellsAtTheCrosshairAndInTheSummaryWhatWentWrong() {
        var plain = picture(1);
        var from = NOON.plusSeconds(1_000);
        var marks = List.of(new TimeMark(from, from.plusSeconds(300), "lockout", "Lockout of GPU 0", true),
                new TimeMark(from, from.plusSeconds(300), "lockout", "Lockout of GPU 1", true),
                new TimeMark(from, null, "loaded", "A model was loaded", false));
        FxRoom.on(() -> {
            model.show(new TimePicture(plain.quantity(), plain.grain(), plain.window(), 24, plain.lines(),
                    plain.levels(), marks));
            return true;
        });
        FxRoom.pulses(stage.getScene(), 4);
        assertThat(summary()).endsWith(". Lockout of GPU 1; Lockout of GPU 0");
        FxRoom.on(() -> {
            pane.chart().requestFocus();
            return true;
        });
        mouse(MouseEvent.MOUSE_MOVED, x(1_150 / 3_600.0), false);
        assertThat(tip(pane)).contains("Lockout of GPU 0\nLockout of GPU 1").doesNotContain("loaded");
    }

    private String summary() {
        return FxRoom.on(() -> pane.chart().getAccessibleText());
    }

    @Test
    void drawsALineAloneByItsLegendAndAddsAnotherOne() {
        show(3);
        assertThat(summary()).contains("GPU 0 from 6.0 to 7.0, last 7.0, rising by").contains("GPU 2");
        legend(1, false);
        assertThat(summary()).contains("GPU 1").doesNotContain("GPU 0").doesNotContain("GPU 2");
        legend(2, true);
        assertThat(summary()).contains("GPU 1", "GPU 2").doesNotContain("GPU 0");
        legend(2, true);
        legend(1, false);
        assertThat(summary()).contains("GPU 0", "GPU 1", "GPU 2");
    }

    @Test
    void namesWhatIsNotDrawnAsOther() {
        show(8);
        assertThat(FxRoom.on(() -> pane.lookupAll(".legend-line").size())).isEqualTo(6);
        var others = FxRoom.on(() -> (MenuButton) Objects.requireNonNull(pane.lookup(".legend-others")));
        assertThat(others.getText()).isEqualTo("other (2)");
        FxRoom.on(() -> {
            others.getItems().getLast().fire();
            return true;
        });
        FxRoom.pulses(stage.getScene(), 2);
        assertThat(summary()).contains("GPU 7").doesNotContain("GPU 0");
    }

    @Test
    void saysInATableAndInWordsWhatItShows() {
        show(2);
        assertThat(summary()).startsWith(
                "Used VRAM in GiB, 2026-11-23 12:00:00 +00:00 to 2026-11-23 13:00:00 +00:00: GPU 0 from 6.0 to 7.0")
                .contains("reaches its threshold 1 times");
        FxRoom.on(() -> {
            ((ToggleButton) Objects.requireNonNull(actions.lookup(".toggle-button"))).fire();
            return true;
        });
        FxRoom.pulses(stage.getScene(), 3);
        assertThat(FxRoom.on(() -> pane.chart().isVisible())).isFalse();
        assertThat(FxRoom.on(() -> {
            var table = (TableView<?>) Objects.requireNonNull(pane.lookup(".table-view"));
            return table.getItems().size() + " " + table.getColumns().get(1).getCellData(0) + " "
                    + table.getColumns().get(2).getCellData(1_500);
        })).as("one a second but in the gap of both").isEqualTo("3302 6.0 –");
        assertThat(FxRoom.on(() -> pane.lookupAll(".caption")
                .stream()
                .anyMatch(label -> label.isVisible() && ((Label) label).getText().equals(summary())))).isTrue();
    }

    private void choose(int item) {
        FxRoom.on(() -> {
            ((MenuButton) Objects.requireNonNull(actions.lookup(".menu-button"))).getItems().get(item).fire();
            return true;
        });
        FxRoom.pulses(stage.getScene(), 3);
    }

    @Test
    void savesWhatItShowsAndAsksBeforeItReplaces() throws IOException {
        show(2);
        drag(0.1, 0.2, false);
        choose(3);
        var csv = folder.resolve("used-vram.csv");
        assertThat(words(pane)).contains("Saved: " + csv);
        assertThat(Files.readAllLines(csv)).hasSizeBetween(355, 370).startsWith("time,GPU 0 (GiB),GPU 1 (GiB)");
        click("All");
        choose(3);
        assertThat(words(pane)).contains(csv + " is there already.");
        assertThat(Files.readAllLines(csv)).hasSizeLessThan(371);
        click("Replace it");
        assertThat(Files.readAllLines(csv)).hasSize(3_303);
        click("Close");
        choose(2);
        assertThat(folder.resolve("used-vram.png")).exists();
        assertThat(Files.readAllBytes(folder.resolve("used-vram.png"))).startsWith(0x89, 'P', 'N', 'G');
    }
}
