package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class LateDatabaseTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    @Test
    void isTriedAgainAfterAFailureThatNobodyForesaw() throws Exception {
        var database = new LateDatabase(_ -> {
            throw new IllegalStateException("surprise");
        }, "embedded", timer);
        var failure = new CompletableFuture<StoreException>();
        database.start(first -> failure.complete(first));
        assertThat(failure.get(10, TimeUnit.SECONDS)).hasMessageContaining("surprise")
                .returns(StoreException.Kind.UNAVAILABLE, StoreException::kind);
        assertThat(database.status().state()).isEqualTo(DatabaseStatus.State.UNAVAILABLE);
        assertThat(timer.shutdownNow()).as("the next try").hasSize(1);
    }
}
