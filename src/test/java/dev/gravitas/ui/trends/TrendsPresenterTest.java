package dev.gravitas.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.WindowTrends;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.time.Grain;
import dev.gravitas.ui.chart.time.TimeLevel;
import dev.gravitas.ui.chart.time.TimeLine;
import dev.gravitas.ui.chart.time.TimeRun;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

class TrendsPresenterTest {
    private final TrendsPresenter presenter = new TrendsPresenter(new ModelColours(), new Formats(Locale.ENGLISH),
            new Strings(Locale.ENGLISH));

    @Test
    void drawsTheSixMostEfficientAndListsTheRest() throws StoreException {
        var screen = presenter.present(new SampleQueries().sixtyDays(), Optional.empty());
        assertThat(screen.efficiency().lines()).hasSize(6);
        assertThat(screen.lines()).hasSize(13);
        assertThat(screen.lines()).filteredOn(TrendLine::shown).hasSize(6);
        assertThat(screen.lines()).filteredOn(line -> !line.shown()).noneMatch(TrendLine::free);
        assertThat(screen.listNote()).isEqualTo("6 of 13 models");
    }

    @Test
    void drawsTheModelThatSlowedDownMostLately() throws StoreException {
        var screen = presenter.present(new SampleQueries().slowed(10, 1.3).slowed(11, 1.2).sixtyDays(),
                Optional.empty());
        assertThat(screen.lines()).filteredOn(TrendLine::shown)
                .extracting(line -> line.model().name())
                .hasSize(6)
                .contains("lepton/llama-2-70b-chat", "together/llama-2-13b-chat")
                .doesNotContain("perplexity/llama-2-70b-chat");
        assertThat(screen.rule()).startsWith("Unless you choose: lepton/llama-2-70b-chat, ")
                .endsWith(" slower in the last 7 days than before, and the 5 most efficient others.");
        assertThat(screen.leftOut()).startsWith("Not drawn: lepton/llama-2-13b-chat, ")
                .contains("perplexity/llama-2-70b-chat")
                .doesNotContain("lepton/llama-2-70b-chat");
    }

    @Test
    void saysByWhichRuleAndOfWhichModelsALineIsMissing() throws StoreException {
        var first = presenter.present(new SampleQueries().sixtyDays(), Optional.empty());
        assertThat(first.rule()).startsWith("Unless you choose: the 6 most efficient.");
        var chosen = presenter.present(new SampleQueries().models(4).sixtyDays(),
                Optional.of(Set.of("fireworks/llama-2-7b-chat")));
        assertThat(chosen.rule()).isEmpty();
        assertThat(chosen.leftOut()).isEqualTo("Not drawn: together/llama-2-7b-chat, anyscale/llama-2-13b-chat, "
                + "fireworks/llama-2-13b-chat");
        var all = presenter.present(new SampleQueries().models(4).sixtyDays(), Optional.empty());
        assertThat(all.rule() + all.leftOut()).isEmpty();
    }

    @Test
    void drawsWhatWasChosen() throws StoreException {
        var screen = presenter.present(new SampleQueries().sixtyDays(), Optional.of(Set.of("lepton/llama-2-70b-chat")));
        assertThat(screen.efficiency().lines()).extracting(TimeLine::name)
                .containsExactly("lepton/llama-2-70b-chat");
    }

    @Test
    void aDayWithoutRequestsIsAGap() throws StoreException {
        var series = presenter.present(new SampleQueries().models(1).sixtyDays(), Optional.empty())
                .efficiency()
                .lines()
                .getFirst();
        assertThat(series.runs()).hasSizeGreaterThan(1);
        assertThat(series.runs().stream().mapToInt(TimeRun::size).sum()).isBetween(2, 59);
        assertThat(series.runs()).noneMatch(run -> run.value(0) == 0);
    }

    @Test
    void tellsAnotherWindowInShorterSlices() throws StoreException {
        var window = TimeWindow.last(Duration.ofHours(24), SampleQueries.NOW);
        var screen = presenter.present(new SampleQueries().trends(window, SliceWidth.QUARTER), List.of(),
                Optional.empty());
        var picture = screen.efficiency();
        assertThat(picture.grain()).isEqualTo(Grain.QUARTERS);
        var first = picture.lines().getFirst().runs().getFirst();
        assertThat(first.firstMs() % 900_000).as("in the middle of its quarter").isEqualTo(450_000);
        assertThat(screen.meaning()).isEqualTo(
                "ms/token by quarter of an hour, end to end, lower is better · a gap is time without requests");
        assertThat(screen.rule()).isEqualTo("Unless you choose: the 6 most efficient.");
    }

    @Test
    void saysOfAnEmptyWindowThatAWiderOneMayHaveSome() throws StoreException {
        var window = TimeWindow.last(Duration.ofHours(1), SampleQueries.NOW);
        var screen = presenter.present(new SampleQueries().models(0).trends(window, SliceWidth.QUARTER),
                List.of(), Optional.empty());
        assertThat(screen.empty()).get().extracting(notice -> notice.title()).isEqualTo("No requests in this window");
    }

    @Test
    void drawsWhereTheModelThatSlowedDownMostIsCalledWorse() throws StoreException {
        var statistics = new SampleQueries().slowed(2, 1.3).sixtyDays();
        var picture = presenter.present(statistics, Optional.empty()).efficiency();
        assertThat(picture.levels()).extracting(TimeLevel::name)
                .containsExactly("anyscale/llama-2-13b-chat: 20 % slower than before");
        var before = statistics.trends().get(2).daily().subList(0, 53);
        double ms = 0;
        long tokens = 0;
        for (var day : before) {
            var figures = day.figures();
            ms += figures == null ? 0 : figures.efficiencyScore() * figures.tokensGenerated();
            tokens += figures == null ? 0 : figures.tokensGenerated();
        }
        assertThat(picture.levels().getFirst().value()).isCloseTo(1.2 * ms / tokens, within(1e-9));
        assertThat(picture.top()).isGreaterThan(picture.levels().getFirst().value());
    }

    @Test
    void drawsTheThresholdOfAModelThatIsDrawnAlone() throws StoreException {
        var alone = presenter.present(new SampleQueries().sixtyDays(),
                Optional.of(Set.of("lepton/llama-2-70b-chat")));
        assertThat(alone.efficiency().levels()).extracting(TimeLevel::name)
                .containsExactly("lepton/llama-2-70b-chat: 20 % slower than before");
        assertThat(presenter.present(new SampleQueries().sixtyDays(), Optional.empty()).efficiency().levels())
                .as("six that are as ever")
                .isEmpty();
    }

    @Test
    void marksTheLoadsOfTheModelsThatAreDrawn() throws StoreException {
        var queries = new SampleQueries();
        var days = WindowTrends.of(queries.sixtyDays()).window();
        var screen = presenter.present(queries.sixtyDays(), queries.loads(days),
                Optional.of(Set.of("anyscale/llama-2-13b-chat")));
        assertThat(screen.efficiency().marks()).hasSize(4)
                .allMatch(mark -> mark.text().startsWith("anyscale/llama-2-13b-chat loaded, 6."));
        assertThat(screen.unmarked()).isEmpty();
        var many = Collections.nCopies(41, queries.loads(days).getFirst());
        var full = presenter.present(queries.sixtyDays(), many, Optional.empty());
        assertThat(full.efficiency().marks()).isEmpty();
        assertThat(full.unmarked()).startsWith("Loads are not marked: more than 40 would hide the lines");
    }

    @Test
    void hasNoLoadLatencyWhereNothingWasLoaded() throws StoreException {
        var screen = presenter.present(new SampleQueries().withoutLoads().sixtyDays(), Optional.empty());
        assertThat(screen.loadRows()).isEmpty();
        assertThat(screen.loads().lines()).isEmpty();
        assertThat(screen.empty()).isEmpty();
    }

    @Test
    void anEmptyDatabaseSaysWhatToDo() throws StoreException {
        var screen = presenter.present(new SampleQueries().models(0).sixtyDays(), Optional.empty());
        assertThat(screen.empty()).get().extracting(notice -> notice.text()).asString().contains("gravitas import");
    }

    @Test
    void saysHowManyLoadsTellATime() throws StoreException {
        var rows = presenter.present(new SampleQueries().sixtyDays(), Optional.empty()).loadRows();
        assertThat(rows).extracting(LoadRow::loads).contains("38", "38 (31 timed)");
    }
}
