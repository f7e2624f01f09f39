package dev.gravitas.ui.efficiency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Locale;

class EfficiencyPresenterTest {
    private final EfficiencyPresenter presenter = new EfficiencyPresenter(new ModelColours(),
            new Formats(Locale.ENGLISH),
            new Strings(Locale.ENGLISH));

    private EfficiencyScreen screen(int models) throws StoreException {
        return presenter.present(new SampleQueries().models(models)
                .efficiency(EfficiencyQuery.of(TimeWindow.last(Duration.ofDays(60), SampleQueries.NOW))));
    }

    @Test
    void writesEveryColumnOfARankedModel() throws StoreException {
        var row = screen(13).rows().getFirst();
        assertThat(row.rank()).isEqualTo("1");
        assertThat(row.model().name()).isEqualTo("fireworks/llama-2-7b-chat");
        assertThat(row.msPerToken()).isEqualTo("9.50");
        assertThat(row.tokensPerSecond()).isEqualTo("105.3");
        assertThat(row.ttft()).isEqualTo("180");
        assertThat(row.p95()).isEqualTo("12.4");
        assertThat(row.tokens()).isEqualTo("181,204");
        assertThat(row.lastSeen()).isEqualTo("23 Nov 11:59");
    }

    @Test
    void anUnrankedModelShowsItsOwnFiguresWithAReasonAndNoBar() throws StoreException {
        var screen = screen(13);
        var row = screen.rows().getLast();
        assertThat(row.rank()).isEqualTo("–");
        assertThat(row.msPerToken()).matches("\\d+\\.\\d\\d");
        assertThat(row.requests()).isEqualTo("145");
        assertThat(row.bar().fraction()).isNull();
        assertThat(row.bar().reason()).isEqualTo("inference only");
        assertThat(screen.bars()).hasSize(12);
    }

    @Test
    void writesAnyNameOnOneLineAndKeepsItForTheFilter() {
        var odd = new ModelName("two\nlines\u202E", new ModelColours().of("x"));
        assertThat(odd.shown()).isEqualTo("two\\nlines\\u202e").isEqualTo(odd.toString());
        assertThat(odd.name()).isEqualTo("two\nlines\u202E");
        assertThat(new ModelName("", odd.look()).shown()).isEqualTo("(empty)");
    }

    @Test
    void theLongestBarFillsItsColumn() throws StoreException {
        assertThat(screen(12).rows().getLast().bar().fraction()).isEqualTo(1.0);
    }

    @Test
    void tellsWhatWasLeftOut() throws StoreException {
        assertThat(screen(13).leftOut()).contains("145 requests", "prefill and decode");
        assertThat(screen(12).leftOut()).isEmpty();
    }

    @Test
    void anEmptyWindowSaysWhatToDo() throws StoreException {
        var screen = screen(0);
        assertThat(screen.empty()).get()
                .extracting(notice -> notice.text())
                .asString()
                .contains("gravitas import FILE --spread-days 59", "Import", "wider window");
        assertThat(screen.overall().value()).isEqualTo("–");
    }
}
