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
        return screen(models, EfficiencyQuery.of(TimeWindow.last(Duration.ofDays(60), SampleQueries.NOW)));
    }

    private EfficiencyScreen screen(int models, EfficiencyQuery query) throws StoreException {
        return presenter.present(new SampleQueries().models(models).efficiency(query), query);
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
    void explainsAFigureByWhatWasReallyAsked() throws StoreException {
        var query = EfficiencyQuery.of(TimeWindow.last(Duration.ofHours(24), SampleQueries.NOW)).ofHost("rack-7");
        var screen = screen(4, query);
        var row = screen.rows().getFirst();
        var p95 = screen.explained().row(0, row).get(6);
        assertThat(p95.subject()).isEqualTo("p95 ≈ · " + row.model().shown());
        assertThat(p95.value()).isEqualTo(row.p95());
        assertThat(p95.formula()).startsWith("95 % of single requests");
        assertThat(p95.count()).isEqualTo("n = " + row.requests() + " requests with " + row.tokens()
                + " generated tokens");
        assertThat(p95.filter()).isEqualTo("2026-11-22 12:00:00 +00:00 to 2026-11-23 12:00:00 +00:00, "
                + row.model().shown() + ", rack-7");
        assertThat(p95.definition()).isEqualTo("end to end, by the client’s clock");
        assertThat(p95.read()).startsWith("2026-11-23 12:00:00 +00:00");
    }

    @Test
    void explainsAModelWithoutARankByItsOwnTimes() throws StoreException {
        var screen = screen(13);
        var index = screen.rows().size() - 1;
        var rank = screen.explained().row(index, screen.rows().get(index)).get(2);
        assertThat(rank.formula()).startsWith("None: it has no request of the ranking’s definition");
        assertThat(rank.definition()).isNotEqualTo(screen.explained()
                .row(0, screen.rows().getFirst())
                .get(2)
                .definition());
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
                .contains("gravitas import FILE --spread-days 59", "Import")
                .as("there is none that is wider")
                .doesNotContain("wider window");
        assertThat(screen.overall().value()).isEqualTo("–");
        var day = EfficiencyQuery.of(TimeWindow.last(Duration.ofHours(24), SampleQueries.NOW));
        assertThat(screen(0, day).empty()).get()
                .extracting(notice -> notice.text())
                .asString()
                .contains("wider window");
    }
}
