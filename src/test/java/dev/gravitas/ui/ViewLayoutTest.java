package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.GpuFault;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.chart.BarChart;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;

/// Every view, light and dark, empty and full, small and large: nothing cut, nothing outside, nothing overlapping, nothing
/// faint.
class ViewLayoutTest {
    // What shows no models is walked once.
    private static boolean hasModels(Page page) {
        return page != Page.SETTINGS && !page.isAnnounced();
    }

    private static Stream<Integer> models(Page page) {
        return hasModels(page) ? Stream.of(0, 4, 13) : Stream.of(0);
    }

    // Colours do not depend on how many there are, so the dark ones are walked empty and full.
    private static Stream<Integer> models(Page page, ThemeChoice theme) {
        return models(page).filter(models -> theme == ThemeChoice.LIGHT || models != 4);
    }

    static Stream<Arguments> looks() {
        return Stream.of(Page.values())
                .flatMap(page -> Stream.of(ThemeChoice.LIGHT, ThemeChoice.DARK)
                        .flatMap(theme -> models(page, theme)
                                .flatMap(models -> Stream.of(Arguments.of(page, theme, models, 1280,
                                        800), Arguments.of(page, theme, models, 2560, 1440)))));
    }

    static Stream<Arguments> narrow() {
        return Stream.of(Page.values())
                .flatMap(page -> models(page)
                        .flatMap(models -> Stream.of(Arguments.of(page, models, 800, 500),
                                Arguments.of(page, models, 900, 1600), Arguments.of(page, models, 1000, 640),
                                Arguments.of(page, models, 3840, 500))));
    }

    @ParameterizedTest(name = "{0} {1}, {2} models, {3} x {4}")
    @MethodSource("looks")
    void isLaidOutWell(Page page, ThemeChoice theme, int models, int width, int height) {
        var queries = new SampleQueries().models(models).rows(models * 5_500L);
        try (var room = new FxRoom(queries).open(page, theme, width, height).settle()) {
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        }
    }

    /// Small windows too, but that a table may scroll sideways, at the edge of a column.
    @ParameterizedTest(name = "{0}, {1} models, {2} x {3}")
    @MethodSource("narrow")
    void fitsSmallWindows(Page page, int models, int width, int height) {
        var queries = new SampleQueries().models(models).rows(models * 5_500L);
        try (var room = new FxRoom(queries).open(page, ThemeChoice.LIGHT, width, height).settle()) {
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root())))
                    .allMatch(problem -> problem.startsWith("scrolls sideways: "));
        }
    }

    static Stream<Arguments> longNames() {
        return Stream.of(Page.values())
                .filter(ViewLayoutTest::hasModels)
                .flatMap(page -> Stream.of(4, 13)
                        .flatMap(models -> Stream.of(Arguments.of(page, models, 800, 600),
                                Arguments.of(page, models, 1280, 800), Arguments.of(page, models, 2560, 1440))));
    }

    /// A shortened name is fine, where the whole one is at hand.
    @ParameterizedTest(name = "{0}, {1} models, {2} x {3}")
    @MethodSource("longNames")
    void keepsItsLayoutWithLongNames(Page page, int models, int width, int height) {
        var queries = new SampleQueries().models(models).named("long".repeat(150), "w".repeat(64), "long-".repeat(16));
        try (var room = new FxRoom(queries).open(page, ThemeChoice.LIGHT, width, height).settle()) {
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root())))
                    .allMatch(problem -> width < 1280 && problem.startsWith("scrolls sideways: "));
        }
    }

    static Stream<Arguments> gpus() {
        return Stream.of(ThemeChoice.LIGHT, ThemeChoice.DARK)
                .flatMap(theme -> Stream.of(WindowChoice.Rolling.HOUR, WindowChoice.Rolling.SIXTY_DAYS)
                        .flatMap(window -> Stream.of(1, 2, 8)
                                .flatMap(count -> Stream.of(Arguments.of(theme, window, count, 1280, 800),
                                        Arguments.of(theme, window, count, 2560, 1440),
                                        Arguments.of(theme, window, count, 800, 500)))));
    }

    /// One GPU, two with everything that can be said of them, eight with long names.
    @ParameterizedTest(name = "{2} GPUs, {0} {1}, {3} x {4}")
    @MethodSource("gpus")
    void laysGpusOutWell(ThemeChoice theme, WindowChoice window, int count, int width, int height) {
        var gpus = count == 2 ? SampleGpus.two() : SampleGpus.many(count);
        var queries = new SampleQueries().vram(SampleGpus::stored);
        try (var room = new FxRoom(queries).gpus(gpus).window(window).open(Page.VRAM, theme, width, height).settle()) {
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root())))
                    .allMatch(problem -> width < 1280 && problem.startsWith("scrolls sideways: "));
        }
    }

    static Stream<Arguments> glances() {
        return Stream.of(1, 2, 3, 8)
                .flatMap(count -> Stream.of(Arguments.of(count, 1280, 800), Arguments.of(count, 2560, 1440),
                        Arguments.of(count, 800, 500)));
    }

    /// The overview of so many GPUs: one, two with everything that can be said of them, three that leak, eight with long names.
    @ParameterizedTest(name = "{0} GPUs, {1} x {2}")
    @MethodSource("glances")
    void laysGpusOutWellInTheOverview(int count, int width, int height) {
        var gpus = count == 2
                ? SampleGpus.two()
                : count == 3 ? SampleGpus.busy(3) : SampleGpus.many(count);
        try (var room = new FxRoom(new SampleQueries()).gpus(gpus)
                .open(Page.OVERVIEW, ThemeChoice.DARK, width, height)
                .settle()) {
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root())))
                    .allMatch(problem -> width < 1280 && problem.startsWith("scrolls sideways: "));
        }
    }

    /// A lockout, a forecast, two holders of one GPU and two of another: all of it, without scrolling.
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void showsAllOfUpToThreeGpusAtOnce(int count) {
        var queries = new SampleQueries().vram(SampleGpus::stored);
        try (var room = new FxRoom(queries).gpus(SampleGpus.busy(count))
                .window(WindowChoice.Rolling.HOUR)
                .open(Page.VRAM, ThemeChoice.DARK, 1280, 800)
                .settle()) {
            assertThat(room.words()).contains("Locked out").contains("free");
            assertThat(FxRoom.on(() -> room.find("scroll", ScrollPane.class)
                    .lookupAll(".scroll-bar")
                    .stream()
                    .noneMatch(bar -> bar.isVisible() && bar.getParent() instanceof ScrollPane))).isTrue();
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        }
    }

    /// Cards make do with less, so that there is a history to look at.
    @Test
    void keepsTheChartTallBesideFiveGpus() {
        try (var room = new FxRoom(new SampleQueries().vram(SampleGpus::stored)).gpus(SampleGpus.many(5))
                .window(WindowChoice.Rolling.HOUR)
                .open(Page.VRAM, ThemeChoice.LIGHT, 1280, 800)
                .settle()) {
            var chart = FxRoom.on(() -> {
                var drawn = room.root().lookup(".time-chart");
                return drawn.localToScene(drawn.getLayoutBounds());
            });
            assertThat(chart.getHeight()).isGreaterThanOrEqualTo(220);
            assertThat(chart.getMaxY()).as("in sight").isLessThan(750);
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        }
    }

    @Test
    void keepsTheAgeOfManyOldReadingsOnTheirCards() {
        try (var room = new FxRoom(new SampleQueries().vram(SampleGpus::stored))
                .gpus(SampleGpus.many(5).fail(GpuFault.LOST, null))
                .open(Page.VRAM, ThemeChoice.DARK, 1280, 800)
                .settle()) {
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
            assertThat(FxRoom.on(() -> room.root()
                    .lookupAll(".age")
                    .stream()
                    .allMatch(
                            age -> age.getBoundsInParent().getMaxX() <= age.getParent().getLayoutBounds().getWidth())))
                    .isTrue();
        }
    }

    /// Its number is what a GPU, or a part of one, is known by.
    @Test
    void neverShortensTheNumberOfAPartOfAGpu() {
        try (var room = new FxRoom(new SampleQueries()).gpus(SampleGpus.split())
                .open(Page.VRAM, ThemeChoice.DARK, 800, 500)
                .settle()) {
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).noneMatch(problem -> problem.contains("GI"));
            assertThat(room.words()).contains("GPU 0 GI 2 CI 0\n", "NVIDIA GeForce RTX 4090 MIG 3g.12gb\n");
        }
    }

    /// However many GPUs there are, the way to release them stays in sight.
    @Test
    void keepsTheReleaseOfManyGpusInSight() {
        try (var room = new FxRoom(new SampleQueries()).gpus(SampleGpus.many(8))
                .open(Page.VRAM, ThemeChoice.LIGHT, 1280, 800)
                .settle()) {
            assertThat(FxRoom.on(() -> {
                var button = room.find("release", Button.class);
                return button.localToScene(button.getLayoutBounds()).getMaxY();
            })).isBetween(760.0, 800.0);
        }
    }

    /// With readings that are there still, and without any; with a store that tells of earlier days, and an empty one.
    @ParameterizedTest
    @EnumSource(GpuFault.class)
    void laysEachFaultOutWellInTheOverview(GpuFault fault) {
        for (var gpus : List.of(SampleGpus.two(), new SampleGpus())) {
            try (var room = new FxRoom(new SampleQueries()).gpus(gpus.fail(fault, null))
                    .open(Page.OVERVIEW, ThemeChoice.LIGHT, 1280, 800)
                    .settle()) {
                assertThat(room.words()).contains(fault.what());
                assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
            }
        }
    }

    /// With readings that are there still, and without any; with a store that tells of earlier days, and an empty one.
    @ParameterizedTest
    @EnumSource(GpuFault.class)
    void laysEachFaultOutWell(GpuFault fault) {
        for (var gpus : List.of(SampleGpus.two(), new SampleGpus())) {
            for (var queries : List.of(new SampleQueries().vram(SampleGpus::stored), new SampleQueries())) {
                try (var room = new FxRoom(queries).gpus(gpus.fail(fault, fault.what() + " It said so."))
                        .open(Page.VRAM, ThemeChoice.DARK, 1280, 800)
                        .settle()) {
                    assertThat(room.words()).contains(fault.what()).contains(fault.advice());
                    assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
                }
            }
        }
    }

    @Test
    void showsTheBarChartOfThirteenModelsBesideAllOfTheirRows() {
        try (var room = new FxRoom(new SampleQueries()).open(Page.EFFICIENCY, ThemeChoice.LIGHT, 1280, 800).settle()) {
            assertThat(room.find("chart", BarChart.class).getParent().isVisible()).isTrue();
            assertThat(FxRoom.on(() -> room.root().lookupAll(".bar-value").size())).isEqualTo(12);
            assertThat(FxRoom.on(() -> room.find("table", TableView.class)
                    .lookupAll(".scroll-bar")
                    .stream()
                    .noneMatch(Node::isVisible))).isTrue();
        }
    }

    /// As it is at twice the size on an ordinary screen.
    @ParameterizedTest
    @EnumSource(Page.class)
    void cutsNothingOffInTheSmallestWindowWithADemoAndTheDatabaseAway(Page page) {
        var away = new DatabaseStatus(DatabaseStatus.State.UNAVAILABLE,
                "The database does not answer. PostgreSQL at socket /tmp/a-rather-long-name-of-a-folder/postgres/run"
                        + " cannot be reached: Connection attempt timed out.",
                "18.6", "embedded, socket /tmp/a-rather-long-name-of-a-folder/postgres/run");
        try (var room = new FxRoom(new SampleQueries().vram(SampleGpus::stored)).gpus(SampleGpus.many(3))) {
            room.status(new ConsoleStatus(ConsoleStatus.Role.RECORDER, away, FxRoom.RECORDING.counters(), null, true));
            room.open(page, ThemeChoice.LIGHT, 800, 500).settle();
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root())))
                    .noneMatch(problem -> problem.contains("Magnifier") || problem.contains("shell"));
        }
    }
}
