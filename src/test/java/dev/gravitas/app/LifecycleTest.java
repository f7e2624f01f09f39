package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class LifecycleTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<String> closed = Collections.synchronizedList(new ArrayList<>());
    private final Lifecycle lifecycle = new Lifecycle(Threads.named("test"));

    @Test
    void closesInReverseAndOnce() {
        add("first");
        add("second");
        lifecycle.close();
        lifecycle.close();
        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void goesOnWhenAStepFailsOrHangs() {
        var never = new CountDownLatch(1);
        add("last");
        lifecycle.add("hanging", Duration.ofMillis(50), never::await);
        lifecycle.add("failing", LIMIT, () -> {
            throw new IllegalStateException("planted");
        });
        lifecycle.close();
        assertThat(closed).containsExactly("last");
    }

    @Test
    void closesAtOnceWhatComesTooLate() {
        lifecycle.close();
        add("late");
        assertThat(closed).containsExactly("late");
    }

    private void add(String name) {
        lifecycle.add(name, LIMIT, () -> closed.add(name));
    }
}
