package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.LongStream;

/// Whatever happens to the telemetry table, every answer is what the rows say. Each seed is one random story of writers of
/// ours, plain SQL, late and broken rows, transactions held open or taken back, folds, pruning and truncation; seeds are
/// new each time, printed, and part of a failure's message.
///
/// - `-Dgravitas.property.seeds=50` runs more of them (default 3)
/// - `-Dgravitas.property.steps=500` makes them longer (default 60)
/// - `-Dgravitas.property.seed=4711` runs that one alone; its rows come again, threads may take another turn
class RollupPropertyIT {
    private static final int SEEDS = Integer.getInteger("gravitas.property.seeds", 3);
    private static final int STEPS = Integer.getInteger("gravitas.property.steps", 60);
    /// Real, because the server decides by its own clock which days get partitions.
    private static final Instant NOW = Instant.now();

    private static final int SHOWN = 12;

    private static TestDatabase server;

    @BeforeAll
    static void open() throws StoreException {
        server = new TestDatabase();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    static LongStream seeds() {
        Long one = Long.getLong("gravitas.property.seed");
        return one == null ? new Random().longs(SEEDS, 0, Long.MAX_VALUE) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersWhatTheRowsSayWhateverHappensToThem(long seed) throws Exception {
        System.out.println("RollupPropertyIT: -Dgravitas.property.seed=" + seed);
        server.empty();
        try (PostgresDatabase database = server.open(server::login, Clock.fixed(NOW, ZoneOffset.UTC));
                RollupStory story = new RollupStory(seed, server, database, NOW)) {
            for (int step = 1; step <= STEPS; step++) {
                tell(seed, story);
            }
        }
    }

    private static void tell(long seed, RollupStory story) throws Exception {
        try {
            story.step();
            assertThat(story.differences().stream().limit(SHOWN)).isEmpty();
        } catch (StoreException | SQLException | AssertionError e) {
            throw new AssertionError("Seed " + seed + " after " + story.told() + ": " + e.getMessage(), e);
        }
    }
}
