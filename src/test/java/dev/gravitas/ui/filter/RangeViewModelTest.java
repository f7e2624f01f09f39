package dev.gravitas.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.TestClock;
import dev.gravitas.ui.filter.WindowChoice.Range;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class RangeViewModelTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Range KNOWN = new Range(Instant.parse("2026-10-24T10:00:00Z"),
            Instant.parse("2026-10-25T00:30:00Z"));

    private final TestClock clock = new TestClock(Instant.parse("2026-11-26T15:20:40Z"));
    private final Formats formats = new Formats(Locale.ENGLISH);
    private final List<Range> used = new ArrayList<>();
    private final RangeViewModel model = new RangeViewModel(used::add, formats, new Strings(Locale.ENGLISH), clock);

    @BeforeEach
    void know() {
        model.show(KNOWN);
    }

    private void write(String from, String to) {
        model.from().set(from);
        model.to().set(to);
        model.apply();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20 08:00, 2026-11-21 09:30, 2026-11-20T08:00:00Z, 2026-11-21T09:30:00Z",
            "2026-11-20 08:00:07, 2026-11-20T08:00:09, 2026-11-20T08:00:07Z, 2026-11-20T08:00:09Z",
            "2026-11-20, 2026-11-21, 2026-11-20T00:00:00Z, 2026-11-22T00:00:00Z",
            "2026-11-26, 2026-11-26, 2026-11-26T00:00:00Z, 2026-11-26T15:20:40Z",
            "' 2026-11-20 08:00 +01:00 ', 2026-11-20 08:00Z, 2026-11-20T07:00:00Z, 2026-11-20T08:00:00Z",
            "2026-09-27, 2026-09-27, 2026-09-27T00:00:00Z, 2026-09-28T00:00:00Z"})
    void usesWhatCanBeAskedFor(String from, String to, Instant begin, Instant end) {
        write(from, to);
        assertThat(model.fault().get()).isEmpty();
        assertThat(used).containsExactly(new Range(begin, end));
        assertThat(model.edited()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"yesterday, 2026-11-21, “From” is no moment. Write it like 2026-09-27 00:00",
            "'', 2026-11-21, “From” is no moment", "2026-02-30, 2026-11-21, “From” is no moment",
            "2026-11-20 24:10, 2026-11-21, “From” is no moment", "+999999999-12-31, 2026-11-21, “From” is no moment",
            "2026-11-20, 21.11.2026, “To” is no moment", "2026-11-20, 2026-11-21 +01:00, “To” is no moment",
            "2026-11-20, 2026-11-26 15:21, The future is not known yet: it is 2026-11-26 15:20:40 +00:00 now",
            "2026-11-27, 2026-11-28, The future is not known", "2026-11-20, 2026-11-27, The future is not known",
            "2026-11-21, 2026-11-20, “From” must lie before “to”",
            "2026-11-20 08:00, 2026-11-20 08:00, “From” must lie before “to”",
            "2026-09-26 23:59, 2026-11-20, Nothing older than 60 days is kept: from 2026-09-27 00:00:00 +00:00 on"})
    void saysWhyWhatIsWrittenIsNotUsed(String from, String to, String why) {
        write(from, to);
        assertThat(model.fault().get()).startsWith(why).endsWith("What is shown is still the span before.");
        assertThat(used).isEmpty();
        assertThat(model.from().get()).isEqualTo(from);
        model.to().set("2026-11-2");
        assertThat(model.fault().get()).isEmpty();
    }

    @Test
    void blamesTheEndThatHasToBeChanged() {
        write("2026-11-20", "tomorrow");
        assertThat(List.of(model.badFrom().get(), model.badTo().get())).containsExactly(false, true);
        write("2026-09-01", "2026-11-20");
        assertThat(List.of(model.badFrom().get(), model.badTo().get())).containsExactly(true, false);
        write("2026-11-21", "2026-11-20");
        assertThat(List.of(model.badFrom().get(), model.badTo().get())).containsExactly(true, true);
        model.from().set("2026-11-19");
        assertThat(List.of(model.badFrom().get(), model.badTo().get())).containsExactly(false, false);
    }

    @Test
    void readsAndWritesInTheZoneThatIsTold() {
        assertThat(model.from().get()).isEqualTo("2026-10-24 10:00");
        assertThat(model.offset().get()).isEqualTo("UTC");
        formats.tellTimesIn(BERLIN);
        assertThat(model.from().get()).isEqualTo("2026-10-24 12:00");
        assertThat(model.offset().get()).isEqualTo("+02:00");
        write("2026-10-25 00:00", "2026-10-26");
        assertThat(used).containsExactly(
                new Range(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-26T23:00:00Z")));
        assertThat(model.offset().get()).isEqualTo("+02:00 to +01:00");
    }

    @Test
    void leavesAnEndThatWasNotTouchedWhereItIsInTheHourThatComesTwice() {
        formats.tellTimesIn(BERLIN);
        var second = new Range(KNOWN.from(), Instant.parse("2026-10-25T01:30:00Z"));
        model.show(second);
        assertThat(model.to().get()).isEqualTo("2026-10-25 02:30");
        write("2026-10-24 13:00", "2026-10-25 02:30");
        assertThat(used).extracting(Range::to).containsExactly(second.to());
    }

    @Test
    void keepsTheTimeOfADayThatIsPicked() {
        model.choose(model.from(), LocalDate.parse("2026-10-23"));
        assertThat(used).containsExactly(new Range(KNOWN.from().minus(Duration.ofDays(1)), KNOWN.to()));
        model.from().set("nonsense");
        model.choose(model.from(), LocalDate.parse("2026-10-20"));
        assertThat(used.getLast().from()).isEqualTo(Instant.parse("2026-10-20T00:00:00Z"));
    }

    @Test
    void offersOnlyDaysOfWhichSomethingMayBeStored() {
        assertThat(model.isKept(LocalDate.parse("2026-09-26"))).isFalse();
        assertThat(model.isKept(LocalDate.parse("2026-09-27"))).isTrue();
        assertThat(model.isKept(LocalDate.parse("2026-11-26"))).isTrue();
        assertThat(model.isKept(LocalDate.parse("2026-11-27"))).isFalse();
    }

    @Test
    void writesAgainWhatCountsWhenAnEditIsGivenUp() {
        model.from().set("2026-11");
        assertThat(model.edited()).isTrue();
        model.discard();
        assertThat(model.from().get()).isEqualTo("2026-10-24 10:00");
        assertThat(model.edited()).isFalse();
    }

    @Test
    void holdsNoRangeForKeptThatIsOlderThanSixtyDays() {
        assertThat(KNOWN.isKept(clock.instant())).isTrue();
        clock.set(Instant.parse("2026-12-23T00:00:00Z"));
        assertThat(KNOWN.isKept(clock.instant())).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(KNOWN.isKept(clock.instant())).isFalse();
    }
}
