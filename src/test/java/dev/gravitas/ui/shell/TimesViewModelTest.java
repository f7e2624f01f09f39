package dev.gravitas.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.TestClock;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.ClockChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import javafx.beans.property.SimpleObjectProperty;

class TimesViewModelTest {
    private final TimeZone before = TimeZone.getDefault();
    private final TestClock clock = new TestClock(Instant.parse("2026-10-25T00:30:00Z"));
    private final SimpleObjectProperty<ClockChoice> choice = new SimpleObjectProperty<>(ClockChoice.UTC);

    @BeforeEach
    void liveInBerlin() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void leave() {
        TimeZone.setDefault(before);
    }

    @Test
    void saysTheOffsetThatCountsNowAlsoAfterSummerTime() {
        var times = new TimesViewModel(choice, new Formats(Locale.ENGLISH), new Strings(Locale.ENGLISH), clock);
        assertThat(times.text().get()).isEqualTo("UTC");
        times.change();
        assertThat(choice.get()).isEqualTo(ClockChoice.LOCAL);
        assertThat(times.text().get()).isEqualTo("Local +02:00");
        clock.advance(Duration.ofHours(1));
        times.tell();
        assertThat(times.text().get()).isEqualTo("Local +01:00");
        assertThat(times.help().get()).contains("Europe/Berlin");
    }
}
