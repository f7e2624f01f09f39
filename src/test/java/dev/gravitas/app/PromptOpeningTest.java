package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.config.SettingsException;
import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class PromptOpeningTest {
    private final PromptOpening prompt = new PromptOpening(Threads.named("test"), Duration.ofMillis(50));

    @Test
    void givesUpADatabaseThatDoesNotAnswer() {
        var never = new CountDownLatch(1);
        assertThatThrownBy(() -> prompt.open(() -> {
            awaitForever(never);
            throw new AssertionError();
        })).isInstanceOf(StoreException.class).hasMessageContaining("not answered");
        never.countDown();
    }

    private static void awaitForever(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void passesOnWhatIsWrong() {
        var patient = new PromptOpening(Threads.named("test"), Duration.ofSeconds(20));
        for (var wrong : new Exception[]{new IOException("disk"), new SettingsException("settings", List.of("fault")),
                new StoreException(StoreException.Kind.UNSAFE, "store"), new IllegalStateException("surprise")}) {
            assertThatThrownBy(() -> patient.open(() -> {
                throw sneaky(wrong);
            })).isSameAs(wrong);
        }
    }

    private static RuntimeException sneaky(Exception wrong) throws IOException, SettingsException, StoreException {
        return switch (wrong) {
            case IOException e -> throw e;
            case SettingsException e -> throw e;
            case StoreException e -> throw e;
            default -> (RuntimeException) wrong;
        };
    }
}
