package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.chart.BarChart;
import dev.gravitas.ui.shell.Page;
import dev.gravitas.ui.shell.ThemeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TableView;

/// Every view, light and dark, empty and full, small and large: nothing cut, nothing outside, nothing overlapping, nothing
/// faint.
class ViewLayoutTest {
    static Stream<Arguments> looks() {
        return Stream.of(Page.values())
                .flatMap(page -> Stream.of(ThemeChoice.LIGHT, ThemeChoice.DARK)
                        .flatMap(theme -> Stream.of(0, 4, 13)
                                .flatMap(models -> Stream.of(Arguments.of(page, theme, models, 1280,
                                        800), Arguments.of(page, theme, models, 2560, 1440)))));
    }

    static Stream<Arguments> narrow() {
        return Stream.of(Page.values())
                .flatMap(page -> Stream.of(0, 4, 13)
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
}
