package dev.gravitas.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

class FormatsTest {
    private final Formats formats = new Formats(Locale.ENGLISH);

    @Test
    void aMissingFigureIsADashAndNeverAZero() {
        assertThat(formats.decimal(null, 2)).isEqualTo("–");
        assertThat(formats.full(null)).isEqualTo("–");
        assertThat(formats.decimal(0.0, 2)).isEqualTo("0.00");
    }

    @Test
    void megabytesAreMillionsOfBytes() {
        assertThat(formats.bytes(100_000_000)).isEqualTo("100 MB");
        assertThat(formats.bytes(24_140_000)).isEqualTo("24.1 MB");
        assertThat(formats.bytes(2_500_000_000L)).isEqualTo("2.50 GB");
        assertThat(formats.bytes(16_384)).isEqualTo("16.4 kB");
        assertThat(formats.bytes(884_736)).isEqualTo("885 kB");
    }

    @Test
    void timesAreUtcAndSaySo() {
        var at = Instant.parse("2026-11-23T22:30:05Z");
        assertThat(formats.full(at)).isEqualTo("2026-11-23 22:30:05 +00:00");
        assertThat(formats.time(at)).isEqualTo("22:30:05 UTC");
    }

    @Test
    void localTimesSayTheirOffsetThatChangesWithSummerTime() {
        formats.tellTimesIn(ZoneId.of("Europe/Berlin"));
        assertThat(formats.time(Instant.parse("2026-11-23T22:30:05Z"))).isEqualTo("23:30:05 +01:00");
        assertThat(formats.full(Instant.parse("2026-07-23T22:30:05Z"))).isEqualTo("2026-07-24 00:30:05 +02:00");
        assertThat(formats.day(Instant.parse("2026-11-23T23:30:05Z"))).isEqualTo("24 Nov");
    }

    @Test
    void figuresFollowTheLocale() {
        assertThat(new Formats(Locale.GERMANY).decimal(1234.5, 2)).isEqualTo("1.234,50");
    }

    @Test
    void aTraceIsNotNothing() {
        assertThat(formats.percent(0.0004)).isEqualTo("< 1 %");
        assertThat(formats.percent(0)).isEqualTo("0 %");
    }

    @Test
    void writesMemoryAndSpansShort() {
        var formats = new Formats(Locale.ENGLISH);
        assertThat(formats.memory(614L << 20)).isEqualTo("614 MiB");
        assertThat(formats.memory((1L << 30) - 1)).isEqualTo("1.0 GiB");
        assertThat(formats.memory(2_458L << 20, 2_460L << 20)).isEqualTo("2,458 MiB");
        assertThat(formats.memory(2_458L << 20, 2_060L << 20)).isEqualTo("2.4 GiB");
        assertThat(formats.span(Duration.ofSeconds(14))).isEqualTo("14 s");
        assertThat(formats.span(Duration.ofSeconds(130))).isEqualTo("2 min 10 s");
        assertThat(formats.span(Duration.ofHours(2))).isEqualTo("2 h");
        assertThat(formats.span(Duration.ofHours(51))).isEqualTo("2 d 3 h");
    }
}
