package dev.gravitas.ui.chart.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.fx.Formats;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

class TimeScaleTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static TimeWindow last(Duration length) {
        return new TimeWindow(NOON.minus(length), NOON);
    }

    private static TimeMark mark(boolean alert) {
        return new TimeMark(NOON, null, "text", "text", alert);
    }

    @Test
    void namesRoundMomentsAndNoMoreThanFit() {
        var hour = TimeTicks.in(last(Duration.ofHours(1)), 6, ZoneOffset.UTC);
        assertThat(hour.step()).isEqualTo(Duration.ofMinutes(10));
        assertThat(hour.moments()).hasSize(7).contains(NOON, NOON.minus(Duration.ofMinutes(10)));
        var sixty = TimeTicks.in(last(Duration.ofDays(60)), 13, ZoneOffset.UTC);
        assertThat(sixty.daily()).isTrue();
        assertThat(sixty.moments()).allMatch(at -> at.getEpochSecond() % 86_400 == 0);
        assertThat(TimeTicks.overDays(last(Duration.ofHours(24)))).isFalse();
        assertThat(TimeTicks.overDays(last(Duration.ofDays(7)))).isTrue();
    }

    @Test
    void namesSecondsInAMinute() {
        var formats = new Formats(Locale.ENGLISH);
        var minute = last(Duration.ofSeconds(30));
        var ticks = TimeTicks.of(Grain.MOMENTS, minute, 6, ZoneOffset.UTC);
        assertThat(ticks.moments().stream().map(at -> ticks.name(at, minute, formats))).startsWith("11:59:30",
                "11:59:35");
    }

    @Test
    void namesTimesThatAreRoundWhereTheyAreReadOnBothSidesOfAChangeToSummerTime() {
        var berlin = ZoneId.of("Europe/Berlin");
        var change = new TimeWindow(Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T18:00:00Z"));
        var hours = TimeTicks.in(change, 6, berlin);
        assertThat(hours.moments()).map(at -> at.atZone(berlin).toLocalTime().getHour() % 6).containsOnly(0);
        var days = TimeTicks.in(
                new TimeWindow(Instant.parse("2026-03-20T00:00:00Z"), Instant.parse("2026-04-05T00:00:00Z")),
                20, berlin);
        assertThat(days.moments()).map(at -> at.atZone(berlin).toLocalTime().toSecondOfDay()).containsOnly(0);
        var india = ZoneId.of("Asia/Kolkata");
        assertThat(TimeTicks.in(last(Duration.ofHours(6)), 6, india).moments())
                .map(at -> at.atZone(india).getMinute())
                .containsOnly(0);
    }

    @Test
    void leavesNoHoleInTheHourThatComesTwice() {
        var twice = new TimeWindow(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T02:00:00Z"));
        var ticks = TimeTicks.in(twice, 13, ZoneId.of("Europe/Berlin"));
        assertThat(ticks.step()).isEqualTo(Duration.ofMinutes(10));
        assertThat(ticks.moments()).hasSize(13);
    }

    @Test
    void daysAreUtcDaysWhereverTheyAreRead() {
        var formats = new Formats(Locale.ENGLISH);
        formats.tellTimesIn(ZoneId.of("Pacific/Auckland"));
        var days = new TimeWindow(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-22T00:00:00Z"));
        var ticks = TimeTicks.of(Grain.DAYS, days, 9, formats.zone().get());
        assertThat(ticks.moments()).map(at -> ticks.name(at, days, formats)).containsExactly("20 Nov", "21 Nov");
    }

    @Test
    void namesOfWholeDaysStandAtTheirNoon() {
        var days = new TimeWindow(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(TimeTicks.of(Grain.DAYS, days, 9, ZoneOffset.UTC).moments()).containsExactly(
                Instant.parse("2026-11-20T12:00:00Z"),
                Instant.parse("2026-11-21T12:00:00Z"), Instant.parse("2026-11-22T12:00:00Z"));
        var part = new TimeWindow(Instant.parse("2026-11-20T13:00:00Z"), Instant.parse("2026-11-22T11:00:00Z"));
        assertThat(TimeTicks.of(Grain.DAYS, part, 9, ZoneOffset.UTC).moments())
                .containsExactly(Instant.parse("2026-11-21T12:00:00Z"));
    }

    @Test
    void neverPutsAMarksTextUponAnotherOverAnEdgeOrUponTheLineOnWhichAnotherHangs() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var marks = new ArrayList<TimeMark>();
            double[] positions = random.doubles(random.nextInt(40), 50, 950).sorted().toArray();
            double[] widths = random.doubles(positions.length, 20, 200).toArray();
            for (int i = 0; i < positions.length; i++) {
                marks.add(mark(random.nextInt(4) == 0));
            }
            var places = new ArrayList<MarkLabels.Place>();
            for (var place : MarkLabels.places(marks, positions, widths, 50, 950, 2)) {
                if (place != null) {
                    places.add(place);
                }
            }
            for (var one : places) {
                assertThat(one.x()).isGreaterThanOrEqualTo(50);
                assertThat(one.x() + one.width()).isLessThanOrEqualTo(950);
                assertThat(places).filteredOn(other -> other != one).noneMatch(one::touches);
                assertThat(places).as("hang from above through it")
                        .filteredOn(other -> other != one && other.row() < one.row())
                        .noneMatch(other -> one.x() < other.line() && other.line() < one.x() + one.width());
            }
        }
    }

    @Test
    void namesTheNewestLockoutsThoughTheyAreCloseTogetherAndToTheEdge() {
        var places = MarkLabels.places(List.of(mark(true), mark(true), mark(true)), new double[]{640, 780, 900},
                new double[]{125, 125, 125}, 0, 980, 2);
        assertThat(places).doesNotContainNull();
    }

    @Test
    void namesALockoutBeforeALoad() {
        var places = MarkLabels.places(List.of(mark(false), mark(false), mark(true)), new double[]{100, 101, 102},
                new double[]{100, 100, 100}, 0, 500, 2);
        assertThat(places.get(0)).isNull();
        assertThat(Objects.requireNonNull(places.get(2)).row()).isZero();
    }
}
