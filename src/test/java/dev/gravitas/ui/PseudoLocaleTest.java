package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/// Every view has room for a language of longer words.
class PseudoLocaleTest {
    static Stream<Arguments> looks() {
        return Stream.of(Page.values())
                .flatMap(page -> Stream.of(0, 13)
                        .flatMap(models -> Stream.of(Arguments.of(page, models, 1280, 800),
                                Arguments.of(page, models, 800, 500))));
    }

    @ParameterizedTest(name = "{0}, {1} models, {2} x {3}")
    @MethodSource("looks")
    void isLaidOutWell(Page page, int models, int width, int height) {
        var queries = new SampleQueries().models(models).rows(models * 5_500L).vram(SampleGpus::stored);
        var gpus = models == 0 ? new SampleGpus() : SampleGpus.two();
        try (var room = new FxRoom(queries).strings(PseudoBundle.strings())
                .gpus(gpus)
                .open(page, ThemeChoice.LIGHT, width, height)
                .settle()) {
            assertThat(FxRoom.on(() -> LayoutAudit.ofLongWords(room.root())))
                    .allMatch(problem -> problem.startsWith("scrolls sideways: "));
        }
    }

    @Test
    void lengthensWordsAndKeepsWhatIsFilledIn() {
        assertThat(PseudoBundle.longer("{0} of {1} models")).isEqualTo("[{0} öf {1} mödélš øø]");
        assertThat(PseudoBundle.longer("{0} °C")).isEqualTo("{0} °C");
        assertThat(PseudoBundle.longer("Import")).startsWith("[Împört").endsWith("]");
    }
}
