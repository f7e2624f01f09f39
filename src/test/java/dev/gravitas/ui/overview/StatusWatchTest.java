package dev.gravitas.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.DatabaseStatus.State;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class StatusWatchTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final TestClock clock = new TestClock(START);
    private ConsoleStatus status = status(State.READY, 0);
    private final StatusWatch watch = new StatusWatch(() -> status, clock);

    static ConsoleStatus status(State state, long dropped) {
        return new ConsoleStatus(ConsoleStatus.Role.RECORDER, new DatabaseStatus(state, "It said so.", "18.6",
                "embedded"), new LoggerCounters(dropped, 0, 0, 0, Map.of(), Map.of("full", dropped)), "http://x");
    }

    private void pass(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        watch.get();
    }

    @Test
    void cannotTellWhenTheFirstStateBegan() {
        watch.get();
        pass(60);
        assertThat(watch.look().databaseSince()).isEqualTo(START);
        assertThat(watch.look().begun()).isFalse();
    }

    @Test
    void keepsWhenTheStateChangedWhileItLasts() {
        watch.get();
        status = status(State.UNAVAILABLE, 0);
        pass(10);
        pass(60);
        assertThat(watch.look().databaseSince()).isEqualTo(START.plusSeconds(10));
        assertThat(watch.look().begun()).isTrue();
        status = status(State.READY, 0);
        pass(5);
        assertThat(watch.look().databaseSince()).isEqualTo(START.plusSeconds(75));
    }

    @Test
    void knowsWhenEventsWereLastSeenToGetLost() {
        status = status(State.READY, 3);
        watch.get();
        assertThat(watch.look().lostAt()).isNull();
        status = status(State.READY, 4);
        pass(10);
        pass(50);
        assertThat(watch.look().lostAt()).isEqualTo(START.plusSeconds(10));
    }
}
