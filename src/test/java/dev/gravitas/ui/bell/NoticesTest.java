package dev.gravitas.ui.bell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.ui.bell.Ring.Kind;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.NoticeChoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;

class NoticesTest {
    private final List<Ring> within = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final SimpleObjectProperty<NoticeChoice> choice = new SimpleObjectProperty<>(NoticeChoice.NONE);
    private boolean inFront;
    private @Nullable IOException failure;
    private final Notices notices = new Notices(within::add, this::show, choice,
            new Notices.Toolset(new FxBridge(Runnable::run), Runnable::run, () -> inFront,
                    new Strings(Locale.ENGLISH)));

    private void show(String title, String text, boolean urgent) throws IOException {
        if (failure != null) {
            throw failure;
        }
        shown.add(title + "|" + text + "|" + urgent);
    }

    @BeforeEach
    void choose() {
        choice.set(NoticeChoice.TROUBLE);
        shown.clear();
    }

    private void ring(Kind kind) {
        notices.ring(new Ring(kind, kind.name(), "more", null));
    }

    @Test
    void showsWhatIsWantedWhileAnotherWindowIsInFront() {
        ring(Kind.BAD);
        ring(Kind.OVER);
        ring(Kind.DONE);
        assertThat(shown).containsExactly("BAD|more|true", "OVER|more|false");
        choice.set(NoticeChoice.ALL);
        ring(Kind.DONE);
        assertThat(shown).hasSize(3);
        inFront = true;
        ring(Kind.BAD);
        choice.set(NoticeChoice.NONE);
        inFront = false;
        ring(Kind.BAD);
        assertThat(shown).hasSize(3);
        assertThat(within).as("the bell has them all").hasSize(6);
    }

    @Test
    void showsOneAtOnceToWhoBeginsToWantThem() {
        choice.set(NoticeChoice.NONE);
        choice.set(NoticeChoice.ALL);
        assertThat(shown).containsExactly(
                "Notifications are on|Gravitas tells you here while another window is in front.|false");
    }

    @Test
    void saysOnceThatTheSystemShowsNone() {
        failure = new IOException("This system has no notify-send, which shows notifications.");
        ring(Kind.BAD);
        ring(Kind.BAD);
        assertThat(within).extracting(Ring::what).containsExactly("BAD", "The system shows no notifications", "BAD");
        failure = null;
        ring(Kind.BAD);
        failure = new IOException("again");
        ring(Kind.BAD);
        assertThat(within.getLast().more()).isEqualTo("again");
    }
}
