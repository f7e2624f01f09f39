package dev.gravitas.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;

class StatusPresenterTest {
    private final StatusPresenter presenter = new StatusPresenter(new Formats(Locale.ENGLISH),
            new Strings(Locale.ENGLISH));

    private StatusScreen screen(ConsoleStatus.Role role, DatabaseStatus.State state) {
        return presenter.present(new ConsoleStatus(role, new DatabaseStatus(state, "fsync is off.", "18.6", "embedded"),
                role == ConsoleStatus.Role.VIEWER
                        ? null
                        : new LoggerCounters(9, 5, 0, 1, Map.of("nan", 4L), Map.of("full", 2L, "away", 1L)),
                "http://127.0.0.1:8417"));
    }

    @Test
    void tellsThatItRecordsAndWhatWasDropped() {
        var screen = screen(ConsoleStatus.Role.RECORDER, DatabaseStatus.State.READY);
        assertThat(screen.recording()).isEqualTo("Recording");
        assertThat(screen.dropped()).isEqualTo("3 dropped");
        assertThat(screen.endpoint()).isEqualTo("Endpoint :8417");
        assertThat(screen.banner()).isEmpty();
    }

    @Test
    void saysThatEventsGoToTheDiskWhereTheDatabaseIsNotSafe() {
        var screen = screen(ConsoleStatus.Role.RECORDER, DatabaseStatus.State.UNSAFE);
        assertThat(screen.recording()).isEqualTo("Recording on disk: 0 events waiting");
        assertThat(screen.banner()).get().extracting(banner -> banner.notice().text()).isEqualTo("fsync is off.");
        assertThat(screen.mood()).isEqualTo(StatusScreen.Mood.WARNING);
    }

    @Test
    void saysThatNothingIsRecordedWhereNoLoggerRuns() {
        var away = new DatabaseStatus(DatabaseStatus.State.UNAVAILABLE, "It does not answer.", "18.6", "embedded");
        var screen = presenter.present(new ConsoleStatus(ConsoleStatus.Role.RECORDER, away, null, null));
        assertThat(screen.recording()).isEqualTo("Not recording");
        assertThat(screen.mood()).isEqualTo(StatusScreen.Mood.DANGER);
        assertThat(screen.banner()).get()
                .extracting(banner -> banner.notice().title())
                .isEqualTo("The database cannot be reached: nothing is being recorded");
    }

    @Test
    void saysThatRecordingGoesOnOnDiskWhileTheDatabaseIsAway() {
        var away = new DatabaseStatus(DatabaseStatus.State.UNAVAILABLE, "It does not answer.", "18.6", "embedded");
        var counters = new LoggerCounters(5_000, 3_766, 1_234, 0, Map.of(), Map.of());
        var screen = presenter.present(new ConsoleStatus(ConsoleStatus.Role.RECORDER, away, counters, null));
        assertThat(screen.recording()).isEqualTo("Recording on disk: 1,234 events waiting");
        assertThat(screen.mood()).isEqualTo(StatusScreen.Mood.WARNING);
        assertThat(screen.banner()).get()
                .extracting(banner -> banner.notice().title())
                .isEqualTo("The database cannot be reached: recording goes on, on disk");
    }

    @Test
    void aViewerHasNoCounters() {
        var screen = screen(ConsoleStatus.Role.VIEWER, DatabaseStatus.State.READY);
        assertThat(screen.recording()).isEqualTo("Viewer");
        assertThat(screen.dropped()).isEmpty();
    }
}
