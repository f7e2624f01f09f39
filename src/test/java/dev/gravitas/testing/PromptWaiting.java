package dev.gravitas.testing;

import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.time.Duration;

/// Lets every test that waits look at once and soon again, and as seldom as Awaitility does by itself where it takes
/// longer. Registered by its name in `META-INF/services`.
public final class PromptWaiting implements BeforeAllCallback {
    private static final Duration FIRST = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofMillis(80);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollInterval(IterativePollInterval
                .iterative(pause -> pause.compareTo(LONG) < 0 ? pause.multipliedBy(2) : pause, FIRST));
    }
}
