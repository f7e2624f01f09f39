package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.shell.Page;
import dev.gravitas.ui.shell.ThemeChoice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

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

    @ParameterizedTest(name = "{0} {1}, {2} models, {3} x {4}")
    @MethodSource("looks")
    void isLaidOutWell(Page page, ThemeChoice theme, int models, int width, int height) {
        var queries = new SampleQueries().models(models).rows(models * 5_500L);
        try (var room = new FxRoom(queries).open(page, theme, width, height).settle()) {
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        }
    }
}
