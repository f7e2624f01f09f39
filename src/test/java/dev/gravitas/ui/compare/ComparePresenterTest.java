package dev.gravitas.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.DailyTrend.Figures;
import dev.gravitas.model.Definition;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.Quantiles;
import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.WindowTrends.Slice;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.time.TimeLine;
import dev.gravitas.ui.filter.WindowChoice.Range;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

class ComparePresenterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final TimeWindow HOUR = new TimeWindow(NOW.minusSeconds(3_600), NOW);
    private static final TimeWindow BEFORE = new TimeWindow(NOW.minusSeconds(7_200), NOW.minusSeconds(3_600));
    private static final Instant OLDEST = Range.oldest(NOW);

    private final ComparePresenter presenter = new ComparePresenter(new ModelColours(), new Formats(Locale.ENGLISH),
            new Strings(Locale.ENGLISH));

    private static Side side(String model, TimeWindow window, double score, long requests, Definition definition) {
        var figures = new ModelEfficiency(1, model, definition, score, 180.0,
                new Quantiles(score * 0.9, score * 1.5, score * 2), requests, requests * 100, 3, 0, NOW, NOW);
        var slices = List.of(new Slice(window.from(), new Figures(score, requests, requests * 100, score, score), null),
                new Slice(window.from().plusSeconds(900), null, null));
        return new Side(model, window, figures, null, slices);
    }

    private static Side side(String model, double score, long requests) {
        return side(model, HOUR, score, requests, Definition.E2E);
    }

    private static Side loads(Side of, @Nullable LoadLatency loads) {
        return new Side(of.model(), of.window(), of.figures(), loads, of.slices());
    }

    private CompareScreen models(Side first, Side second) {
        return presenter.present(Optional
                .of(new Compared(first, second, false, SliceWidth.QUARTER, List.of("a", "b"), NOW)));
    }

    private CompareScreen periods(Side first, Side second) {
        return presenter.present(
                Optional.of(new Compared(first, second, true, SliceWidth.QUARTER, List.of("a"), NOW)));
    }

    private static CompareRow row(CompareScreen screen, String figure) {
        return screen.rows().stream().filter(row -> row.figure().startsWith(figure)).findFirst().orElseThrow();
    }

    @Test
    void saysInWordsHowManyTimesTheTimePerTokenWithEachN() {
        var screen = models(side("a", 10, 512), side("b", 13.2, 1_499));
        assertThat(screen.verdict())
                .isEqualTo("b needs 1.32 times the time per token of a: 13.20 against 10.00 ms/token, "
                        + "32 % more. n = 1,499 and 512 requests.");
        assertThat(models(side("a", 10, 512), side("b", 8, 499)).verdict())
                .startsWith("b needs 0.80 times the time per token of a")
                .contains("20 % less");
        assertThat(models(side("a", 10, 512), side("b", 10.01, 499)).verdict())
                .startsWith("b and a need the same time per token");
        assertThat(screen.about()).contains("end to end").contains("not judged");
    }

    @Test
    void putsTheFiguresOfBothBesideEachOther() {
        var screen = models(side("a", 10, 512), side("b", 13.2, 499));
        assertThat(screen.rows().getFirst())
                .isEqualTo(new CompareRow("ms/token", "10.00", "13.20", "1.32 ×"));
        assertThat(row(screen, "Tokens/s")).extracting(CompareRow::first, CompareRow::second, CompareRow::difference)
                .containsExactly("100.0", "75.8", "0.76 ×");
        assertThat(row(screen, "Requests")).extracting(CompareRow::first, CompareRow::second, CompareRow::difference)
                .containsExactly("512", "499", "−13");
        assertThat(row(screen, "Not ranked").difference()).isEqualTo("0");
    }

    @Test
    void tellsNoRatioOfTooFewButAllFiguresAndN() {
        var screen = models(side("a", 10, 512), side("b", 13.2, 19));
        assertThat(screen.verdict())
                .isEqualTo("Too few requests to compare: a ratio is told from 20 on each side. n = 512 and 19.");
        assertThat(screen.rows().getFirst())
                .isEqualTo(new CompareRow("ms/token", "10.00", "13.20", "too few"));
        assertThat(models(side("a", 10, 20), side("b", 13.2, 20)).rows().getFirst().difference()).isEqualTo("1.32 ×");
    }

    @Test
    void holdsNothingAgainstEachOtherThatWasMeasuredInAnotherWay() {
        var screen = models(side("a", 10, 512), side("b", HOUR, 5, 499, Definition.DECODE));
        assertThat(screen.verdict()).isEqualTo("Not comparable: a is measured as end to end, b as decode.");
        assertThat(screen.rows().getFirst().difference()).isEqualTo("not alike");
    }

    @Test
    void tellsMissingFiguresAsMissing() {
        var screen = models(side("a", 10, 512), new Side("b", HOUR, null, null, List.of()));
        assertThat(screen.rows().getFirst().second()).isEqualTo("–");
        assertThat(screen.rows().getFirst().difference()).isEqualTo("–");
        assertThat(row(screen, "Requests").second()).isEqualTo("0");
        assertThat(screen.verdict()).endsWith("n = 512 and 0.");
    }

    @Test
    void tellsRatiosOfLoadsOnlyOfFive() {
        var five = new LoadLatency(6, 5, 2, 8.0, 7.5, 12.0);
        var four = new LoadLatency(4, 4, 0, 4.0, 4.0, 5.0);
        var enough = models(loads(side("a", 10, 512), five), loads(side("b", 10, 512), five));
        assertThat(row(enough, "Load, mean").difference()).isEqualTo("1.00 ×");
        assertThat(row(enough, "Timed loads").first()).isEqualTo("5");
        var few = models(loads(side("a", 10, 512), five), loads(side("b", 10, 512), four));
        assertThat(row(few, "Load, mean")).isEqualTo(new CompareRow("Load, mean s", "8.00", "4.00", "too few"));
        assertThat(row(few, "Failed loads").difference()).isEqualTo("−2");
    }

    @Test
    void drawsAnEarlierTimeOverTheLaterOne() {
        var screen = periods(side("a", BEFORE, 10, 512, Definition.E2E), side("a", 12, 499));
        assertThat(screen.verdict()).startsWith("a took 1.20 times the time per token that it took "
                + "from 23 Nov 10:00 to 23 Nov 11:00: 12.00 against 10.00 ms/token");
        assertThat(Objects.requireNonNull(screen.first()).name()).isEqualTo("23 Nov 10:00 to 23 Nov 11:00");
        var picture = Objects.requireNonNull(screen.picture());
        assertThat(picture.lines()).extracting(TimeLine::name)
                .containsExactly("A, moved by 1 h", "B");
        assertThat(picture.lines()).allMatch(line -> line.runs().getFirst().firstMs() == HOUR.from()
                .plusSeconds(450)
                .toEpochMilli());
        assertThat(picture.lines().getFirst().look()).isNotEqualTo(picture.lines().getLast().look());
    }

    @Test
    void saysWhereTheEarlierTimeIsNotKept() {
        var gone = new TimeWindow(OLDEST.minusSeconds(7_200), OLDEST);
        assertThat(periods(new Side("a", gone, null, null, List.of()), side("a", 12, 499)).verdict())
                .contains("is not kept any more: nothing before 2026-09-24 00:00:00 +00:00 is");
        var partly = new TimeWindow(OLDEST.minusSeconds(7_200), OLDEST.plusSeconds(60));
        assertThat(periods(new Side("a", partly, null, null, List.of()), side("a", 12, 499)).about())
                .contains("nothing before 2026-09-24 00:00:00 +00:00 is kept");
    }

    @Test
    void saysThatOneModelAloneHasNothingToBeComparedWith() {
        assertThat(models(side("a", 10, 512), new Side("", HOUR, null, null, List.of())).verdict())
                .isEqualTo("Only a has requests in this time: there is nothing to compare it with.");
        assertThat(presenter.present(Optional.empty()).empty()).isPresent();
    }
}
