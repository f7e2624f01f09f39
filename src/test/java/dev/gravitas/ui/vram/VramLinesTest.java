package dev.gravitas.ui.vram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.LockoutEnd;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramPoint;
import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.chart.time.TimePoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class VramLinesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final TimeWindow DAY = new TimeWindow(NOON.minus(Duration.ofDays(1)), NOON);
    private static final long GIB = 1L << 30;

    private static VramRecord.Slice slice(int minutesAgo, @Nullable Double leastFree, @Nullable Double mostUsed) {
        return new VramRecord.Slice(ago(minutesAgo), ago(minutesAgo - 5), leastFree, null, mostUsed, 2);
    }

    private static VramRecord.Slice row(int minutesAgo, double leastFree, double free) {
        return new VramRecord.Slice(ago(minutesAgo), ago(minutesAgo), leastFree, free, null, 1);
    }

    private static Instant ago(int minutes) {
        return NOON.minus(Duration.ofMinutes(minutes));
    }

    private static TimePoint point(int minutesAgo, double used) {
        return new TimePoint(ago(minutesAgo), used);
    }

    private static VramRecord.Line line(@Nullable Double total, VramRecord.Slice... slices) {
        return new VramRecord.Line("", "g", null, 0, null, total, List.of(slices));
    }

    private static VramPoint second(int ago, double usedGib) {
        return new VramPoint(NOON.minusSeconds(ago), Math.round((24 - usedGib) * GIB), 24 * GIB);
    }

    private static double most(List<List<TimePoint>> runs) {
        return runs.stream().flatMap(List::stream).mapToDouble(TimePoint::value).max().orElseThrow();
    }

    @Test
    void takesTheLeastThatWasFreeForThePeak() {
        assertThat(most(VramLines.of(DAY, List.of(line(24_576.0, slice(60, 1_024.0, 9_000.0))), List.of(), List.of())))
                .isEqualTo(23);
        assertThat(most(VramLines.of(DAY, List.of(line(null, slice(60, 1_024.0, 10_240.0))), List.of(), List.of())))
                .isEqualTo(10);
    }

    @Test
    void isOneLineWhileItIsReadEachSecond() {
        var live = new ArrayList<VramPoint>();
        for (int ago = 3_600; ago > 0; ago--) {
            live.add(second(ago, ago == 1_234 ? 23.5 : 8));
        }
        var runs = VramLines.of(new TimeWindow(NOON.minusSeconds(3_600), NOON), List.of(), List.of(), live);
        assertThat(runs).hasSize(1);
        assertThat(runs.getFirst()).hasSize(3_600);
        assertThat(most(runs)).isEqualTo(23.5);
    }

    @Test
    void breaksTheLineWhereNothingWasRead() {
        var runs = VramLines.of(DAY, List.of(), List.of(),
                List.of(second(100, 8), second(99, 8), second(60, 9), second(59, 9)));
        assertThat(runs).hasSize(2);
    }

    @Test
    void holdsTheLineOfAGpuThatDoesNotMoveAndBreaksItWhereARowIsMissing() {
        var still = line(24_576.0, row(60, 20_480, 20_480), row(45, 20_480, 20_480), row(30, 20_480, 20_480));
        assertThat(VramLines.of(DAY, List.of(still), List.of(), List.of())).containsExactly(
                List.of(point(60, 4), point(45, 4), point(30, 4)));
        var lost = line(24_576.0, row(60, 20_480, 20_480), row(43, 20_480, 20_480));
        assertThat(VramLines.of(DAY, List.of(lost), List.of(), List.of())).containsExactly(List.of(point(60, 4)),
                List.of(point(43, 4)));
    }

    @Test
    void drawsNothingBeforeTheFirstRowAndAfterTheLast() {
        var runs = VramLines.of(DAY, List.of(line(24_576.0, slice(60, 20_480.0, null))), List.of(), List.of());
        assertThat(runs).containsExactly(List.of(point(60, 4), point(55, 4)));
    }

    @Test
    void showsAPeakBetweenTwoRowsWhereItIsToldAndNoLonger() {
        var peak = line(24_576.0, row(60, 20_480, 20_480), row(59, 1_024, 20_480), row(45, 20_480, 20_480));
        assertThat(VramLines.of(DAY, List.of(peak), List.of(), List.of())).containsExactly(
                List.of(point(60, 4), point(59, 4), point(59, 23), point(59, 4), point(45, 4)));
    }

    private static VramRecord.Slice row(int minutesAgo, double leastFree, double free, int lowFrom, int lowUntil) {
        var at = ago(minutesAgo);
        return new VramRecord.Slice(at, at, leastFree, free, null, 1,
                new VramRecord.Low(at.minusSeconds(lowFrom), at.minusSeconds(lowUntil)));
    }

    private static TimePoint second(int minutesAgo, int secondsBefore, double used) {
        return new TimePoint(ago(minutesAgo).minusSeconds(secondsBefore), used);
    }

    @Test
    void comesBackFromAPeakWhenItPassedNotWithTheNextRow() {
        var peak = line(24_576.0, row(60, 20_480, 20_480), row(50, 1_024, 1_024, 0, 0),
                row(49, 1_024, 20_480, 59, 56));
        assertThat(VramLines.of(DAY, List.of(peak), List.of(), List.of())).containsExactly(List.of(point(60, 4),
                point(50, 4), point(50, 23), second(49, 59, 23), second(49, 56, 23), second(49, 56, 4),
                point(49, 4)));
    }

    @Test
    void showsAPeakBetweenTwoRowsWhenItWas() {
        var peak = line(24_576.0, row(60, 20_480, 20_480), row(59, 1_024, 20_480, 40, 35));
        assertThat(VramLines.of(DAY, List.of(peak), List.of(), List.of())).containsExactly(List.of(point(60, 4),
                second(59, 40, 4), second(59, 40, 23), second(59, 35, 23), second(59, 35, 4), point(59, 4)));
    }

    @Test
    void putsNoTimeBeforeTheRowBeforeIt() {
        var stepped = line(24_576.0, row(60, 20_480, 20_480), row(59, 1_024, 20_480, 90, 80));
        assertThat(VramLines.of(DAY, List.of(stepped), List.of(), List.of())).containsExactly(
                List.of(point(60, 4), point(59, 4), point(59, 23)));
    }

    @Test
    void holdsNoPeakUpToTheSecondsWhereALaterRowSaysThatItWasOver() {
        var passed = line(24_576.0, row(10, 1_024, 1_024), row(4, 16_384, 16_384));
        assertThat(VramLines.of(DAY, List.of(passed), List.of(), List.of(second(300, 8))).getFirst())
                .containsExactly(point(10, 23), point(10, 8), point(5, 8));
    }

    @Test
    void endsAHighTimeWithItsRowsNotWithTheNextOne() {
        var busy = line(24_576.0, slice(60, 1_024.0, null), slice(45, 20_480.0, null));
        assertThat(VramLines.of(DAY, List.of(busy), List.of(), List.of())).containsExactly(
                List.of(point(60, 23), point(55, 23), point(55, 4), point(45, 4), point(40, 4)));
    }

    @Test
    void drawsWhatHoldsOnOverTheEdgesOfTheWindow() {
        var window = new TimeWindow(ago(40), ago(20));
        var over = line(24_576.0, row(58, 0, 0), row(43, 0, 20_480), row(30, 10_240, 10_240), row(17, 0, 0));
        assertThat(VramLines.of(window, List.of(over), List.of(), List.of())).containsExactly(
                List.of(point(40, 4), point(30, 4), point(30, 14), point(20, 14)));
    }

    @Test
    void keepsLevelsLevelBesideAnHourByTheSecond() {
        var live = new ArrayList<VramPoint>();
        for (int ago = 3_600; ago >= 0; ago--) {
            live.add(second(ago, 14));
        }
        var stored = line(24_576.0, row(88, 20_480, 20_480), row(74, 10_240, 10_240));
        assertThat(VramLines.of(DAY, List.of(stored), List.of(), live).getFirst())
                .startsWith(point(88, 4), point(74, 4), point(74, 14), point(60, 14))
                .endsWith(new TimePoint(NOON.minusSeconds(1), 14));
    }

    @Test
    void drawsNoSlopeBetweenTwoRows() {
        var runs = VramLines.of(DAY, List.of(line(24_576.0, slice(60, 20_480.0, null), slice(45, 10_240.0, null))),
                List.of(),
                List.of());
        assertThat(runs.getFirst()).extracting(TimePoint::value).containsExactly(4.0, 4.0, 4.0, 14.0, 14.0);
    }

    @Test
    void goesOnByTheSecondWhereThatBegins() {
        var stored = line(24_576.0, slice(15, 16_384.0, null), slice(9, 16_384.0, null), slice(5, 0.0, null));
        var runs = VramLines.of(DAY, List.of(stored), List.of(),
                List.of(second(302, 9), second(301, 9), second(300, 9)));
        assertThat(runs).hasSize(1);
        assertThat(most(runs)).isEqualTo(9);
    }

    @Test
    void leavesOutWhatLiesOutsideTheWindow() {
        var hour = new TimeWindow(NOON.minusSeconds(3_600), NOON);
        var runs = VramLines.of(hour, List.of(line(24_576.0, slice(62, 16_384.0, null), slice(200, 1.0, null))),
                List.of(),
                List.of());
        assertThat(runs.getFirst().getFirst().at()).isEqualTo(hour.from());
        assertThat(most(runs)).isEqualTo(8);
        assertThat(VramLines.of(hour, List.of(), List.of(), List.of(second(3_700, 20)))).isEmpty();
    }

    private static VramRecord.Lockout lockout(String host, int began, @Nullable Integer ended, double lowest) {
        return new VramRecord.Lockout(host, "g", "e", ago(began), ended == null ? null : ago(ended), lowest, 1_228.8,
                ended == null ? null : LockoutEnd.CONSOLE_STOPPED, List.of());
    }

    @Test
    void reachesUpThroughALockoutOfWhichNoRowTellsAndNoFurther() {
        var crashed = line(24_576.0, row(60, 20_480, 20_480), row(50, 20_480, 20_480));
        assertThat(VramLines.of(DAY, List.of(crashed), List.of(lockout("", 58, 57, 512)), List.of())).containsExactly(
                List.of(point(60, 4), point(58, 4), point(58, 23.5), point(57, 23.5), point(57, 4), point(50, 4)));
    }

    @Test
    void showsALockoutWithWhichTheRecordBreaksOff() {
        var crashed = line(24_576.0, row(60, 20_480, 20_480), row(20, 20_480, 20_480));
        assertThat(VramLines.of(DAY, List.of(crashed), List.of(lockout("", 58, 57, 512)), List.of())).containsExactly(
                List.of(point(60, 4), point(58, 4), point(58, 23.5), point(57, 23.5)), List.of(point(20, 4)));
    }

    @Test
    void showsALockoutWithoutAnEndAsItBegan() {
        var lost = line(24_576.0, row(60, 20_480, 20_480), row(50, 20_480, 20_480));
        assertThat(VramLines.of(DAY, List.of(lost), List.of(lockout("", 58, null, 512)), List.of())).containsExactly(
                List.of(point(60, 4), point(58, 4), point(58, 23.5), point(58, 4), point(50, 4)));
    }

    @Test
    void raisesALockoutOutOfTheRowsAroundItAndLowersNone() {
        var span = line(24_576.0, new VramRecord.Slice(ago(60), ago(50), 20_480.0, null, null, 9));
        assertThat(VramLines.of(DAY, List.of(span), List.of(lockout("", 58, 57, 512)), List.of())).containsExactly(
                List.of(point(60, 4), point(58, 4), point(58, 23.5), point(57, 23.5), point(57, 4), point(50, 4)));
        assertThat(VramLines.of(DAY, List.of(span), List.of(lockout("", 58, null, 512)), List.of())).containsExactly(
                List.of(point(60, 4), point(58, 4), point(58, 23.5), point(58, 4), point(50, 4)));
        var higher = line(24_576.0, row(60, 20_480, 20_480), row(57, 0, 0), row(55, 20_480, 20_480));
        assertThat(VramLines.of(DAY, List.of(higher), List.of(lockout("", 58, 56, 512)), List.of())).containsExactly(
                List.of(point(60, 4), point(58, 4), point(58, 24), point(56, 24), point(56, 4), point(55, 4)));
        var told = line(24_576.0, slice(60, 0.0, null));
        assertThat(VramLines.of(DAY, List.of(told), List.of(lockout("", 58, 57, 512)), List.of())).containsExactly(
                List.of(point(60, 24), point(55, 24)));
    }

    @Test
    void leavesLockoutsOfOtherGpusAndThoseOfWhichNothingCanBeSaidOut() {
        var rows = new VramRecord.Slice[]{new VramRecord.Slice(ago(60), ago(50), 20_480.0, null, 4_096.0, 9)};
        var level = List.of(List.of(point(60, 4), point(50, 4)));
        assertThat(VramLines.of(DAY, List.of(line(24_576.0, rows)), List.of(lockout("other", 58, 57, 512)), List.of()))
                .isEqualTo(level);
        assertThat(VramLines.of(DAY, List.of(line(null, rows)), List.of(lockout("", 58, 57, 512)), List.of()))
                .isEqualTo(level);
    }

    @Test
    void endsLockoutsWhereTheSecondsBegin() {
        var stored = line(24_576.0, row(10, 20_480, 20_480));
        var runs = VramLines.of(DAY, List.of(stored), List.of(lockout("", 6, 2, 512)), List.of(second(300, 9)));
        assertThat(runs).containsExactly(List.of(point(10, 4), point(6, 4), point(6, 23.5), point(5, 23.5),
                point(5, 9)));
    }
}
