package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.FakeDatabase;
import dev.gravitas.testing.FakeQueries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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

    @Test
    void closesWhatAnOpeningUnderWayOpens() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var closed = new CompletableFuture<Boolean>();
        var database = new LateDatabase(_ -> {
            begun.countDown();
            await(goOn);
            return new FakeDatabase(new FakeQueries(), () -> closed.complete(true));
        }, "embedded", timer);
        database.start(_ -> {});
        await(begun);
        var closing = CompletableFuture.runAsync(database::close);
        assertThat(closing).isNotDone();
        goOn.countDown();
        closing.get(10, TimeUnit.SECONDS);
        assertThat(closed).isCompleted();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
