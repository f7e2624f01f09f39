package dev.gravitas.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

class LiveViewTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final Strings strings = new Strings(Locale.ENGLISH);
    private final ConsoleStatus status = new ConsoleStatus(ConsoleStatus.Role.RECORDER,
            new DatabaseStatus(DatabaseStatus.State.READY, "", null, ""), null, null);
    private LiveView.Reading<Words> reading = () -> new Words("first", Optional.empty());
    private final LiveView<Words> view = new LiveView<>(() -> reading, new LiveView.Tools(work::add,
            new FxBridge(Runnable::run), clock, new Failures(() -> status, strings), new Formats(Locale.ENGLISH)));

    private record Words(String text, Optional<Notice> empty) implements Screen {}

    private void answer() {
        work.remove().run();
    }

    private static StoreException gone() {
        return new StoreException(StoreException.Kind.UNAVAILABLE, "The database is gone.");
    }

    @Test
    void isLoadingUntilTheFirstFiguresCome() {
        view.refresh();
        assertThat(view.state().getValue()).isInstanceOf(ViewState.Loading.class);
        answer();
        assertThat(view.state().getValue()).isInstanceOf(ViewState.Ready.class);
        assertThat(view.screen().getValue()).map(Words::text).contains("first");
    }

    @Test
    void neverReadsTwiceAtOnce() {
        view.refresh();
        view.refresh();
        view.refresh();
        assertThat(work).hasSize(1);
    }

    @Test
    void dropsFiguresOfAChoiceThatIsNoLongerWanted() {
        view.refresh();
        reading = () -> new Words("second", Optional.empty());
        view.choiceChanged();
        answer();
        assertThat(view.screen().getValue()).isEmpty();
        answer();
        assertThat(view.screen().getValue()).map(Words::text).contains("second");
    }

    @Test
    void followsAReadingThatIsTooOldByAnother() {
        view.refresh();
        reading = () -> new Words("second", Optional.empty());
        view.refreshAgain();
        assertThat(work).hasSize(1);
        answer();
        assertThat(view.screen().getValue()).map(Words::text).contains("first");
        assertThat(view.settled()).isFalse();
        answer();
        assertThat(view.screen().getValue()).map(Words::text).contains("second");
        assertThat(view.settled()).isTrue();
    }

    @Test
    void readsAtOnceWhatHasChangedWhereNothingIsBeingRead() {
        view.refreshAgain();
        answer();
        assertThat(view.state().getValue()).isInstanceOf(ViewState.Ready.class);
        assertThat(work).isEmpty();
    }

    @Test
    void saysWhatFailedAndThatRecordingGoesOn() {
        reading = () -> {
            throw gone();
        };
        view.refresh();
        answer();
        assertThat(view.state().getValue()).isEqualTo(new ViewState.Failed(new Notice("The figures cannot be read",
                "The database is gone. Recording goes on. Reading is tried again every 2 seconds.")));
    }

    @Test
    void keepsFiguresOnScreenAndCallsThemStaleWhenReadingFails() {
        view.refresh();
        answer();
        reading = () -> {
            throw gone();
        };
        view.refresh();
        answer();
        assertThat(view.state().getValue()).isInstanceOf(ViewState.Stale.class);
        assertThat(view.screen().getValue()).map(Words::text).contains("first");
    }

    @Test
    void reportsAReadingThatDoesNotComeBackAndRecoversWhenItDoes() {
        view.refresh();
        clock.advance(LiveView.PATIENCE.plusSeconds(1));
        view.refresh();
        assertThat(view.state().getValue()).isInstanceOf(ViewState.Failed.class);
        assertThat(work).hasSize(1);
        answer();
        assertThat(view.state().getValue()).isInstanceOf(ViewState.Ready.class);
    }

    @Test
    void reportsAReadingThatHangsWithoutAskingForAnother() {
        view.watch();
        assertThat(work).isEmpty();
        view.refresh();
        answer();
        view.refresh();
        clock.advance(LiveView.PATIENCE.plusMillis(1));
        view.watch();
        assertThat(view.state().getValue()).isInstanceOf(ViewState.Stale.class);
        assertThat(work).hasSize(1);
    }

    @Test
    void isPatientBeforeThat() {
        view.refresh();
        clock.advance(LiveView.PATIENCE);
        view.refresh();
        view.watch();
        assertThat(view.state().getValue()).isInstanceOf(ViewState.Loading.class);
    }

    @Test
    void survivesAFaultInTheFormatting() {
        reading = () -> {
            throw new IllegalStateException("planted");
        };
        view.refresh();
        answer();
        assertThat(view.state().getValue()).isInstanceOf(ViewState.Failed.class);
        reading = () -> new Words("again", Optional.empty());
        view.refresh();
        answer();
        assertThat(view.state().getValue()).isInstanceOf(ViewState.Ready.class);
    }

    @Test
    void saysWhatToDoWhenThereIsNothing() {
        var notice = new Notice("nothing", "do this");
        reading = () -> new Words("", Optional.of(notice));
        view.refresh();
        answer();
        assertThat(view.state().getValue()).isEqualTo(new ViewState.Empty(notice));
    }
}
