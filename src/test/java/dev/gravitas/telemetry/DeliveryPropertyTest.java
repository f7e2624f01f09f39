package dev.gravitas.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.model.LoggerCounters;
import dev.gravitas.store.StoreException.Kind;
import dev.gravitas.telemetry.spool.FolderSpool;
import dev.gravitas.telemetry.spool.SpoolLimits;
import dev.gravitas.testing.FakeEventWriter;
import dev.gravitas.testing.MemoryFolder;
import dev.gravitas.testing.MemorySpool;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Random faults of database and spool in random order under random load, and restarts in between. Whatever happens: the
/// counts add up at every read, what was acknowledged is stored exactly once and in order or set aside, and nothing else
/// is stored twice. Another seed: `-Dgravitas.seed=…`.
class DeliveryPropertyTest {
    private static final LoggerLimits LIMITS = new LoggerLimits(3_000, 4L << 20, 50, Duration.ofMillis(60),
            Duration.ofMillis(1_500), Duration.ofSeconds(2));
    private static final int STEPS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void keepsItsPromisesWithASpoolInMemory(long seed) throws Exception {
        var spool = new MemorySpool();
        new Run(seed(seed), () -> spool, spool).play();
    }

    @ParameterizedTest
    @ValueSource(longs = {3})
    void keepsItsPromisesWithASpoolInFiles(long seed) throws Exception {
        new Run(seed(seed), () -> FolderSpool.open(folder, new SpoolLimits(1 << 30, 0, 0), Clock.systemUTC()),
                new MemorySpool()).play();
    }

    private static long seed(long usual) {
        return Long.getLong("gravitas.seed", usual);
    }

    /// One life of several loggers, one after the other, on the same spool and database.
    private static final class Run {
        private final long seed;
        private final Random random;
        private final Supplier<Spool> spools;
        private final MemorySpool faults;
        private final FakeEventWriter writer = new FakeEventWriter();
        private final List<CompletionStage<Boolean>> answers = new ArrayList<>();
        private final Set<Integer> poison = new HashSet<>();
        private Spool spool;
        private SpoolDeliveryFixture fixture;

        Run(long seed, Supplier<Spool> spools, MemorySpool faults) {
            this.seed = seed;
            this.random = new Random(seed);
            this.spools = spools;
            this.faults = faults;
            for (int i = 0; i < 40; i++) {
                poison.add(random.nextInt(8_000));
            }
            writer.refuse(event -> poison.contains(Integer.valueOf(event.component())));
            spool = spools.get();
            fixture = new SpoolDeliveryFixture(writer, spool, LIMITS);
        }

        void play() throws Exception {
            System.out.println("Seed of the interleaving: " + seed);
            for (int i = 0; i < STEPS; i++) {
                step();
                check(fixture.logger.counters());
            }
            writer.release();
            writer.recover();
            faults.recover();
            var told = new ArrayList<Boolean>();
            for (var answer : answers) {
                told.add(answer.toCompletableFuture().get(20, TimeUnit.SECONDS));
            }
            fixture.logger.retryNow();
            await().atMost(PATIENCE).untilAsserted(() -> assertSettled(fixture.logger.counters()));
            fixture.close();
            spool.close();
            judge(told);
        }

        private void step() {
            switch (random.nextInt(12)) {
                case 0 -> writer.failWith(Kind.UNAVAILABLE);
                case 1 -> writer.failWith(random.nextBoolean() ? Kind.UNSAFE : Kind.MISCONFIGURED);
                case 2 -> writer.loseAnswers();
                case 3 -> writer.throwUnchecked(new IllegalStateException("planted"));
                case 4 -> faults.failWith(SpoolException.Kind.FULL);
                case 5 -> faults.loseRemovals();
                case 6 -> writer.hold();
                case 7 -> restart();
                case 8 -> faults.recover();
                default -> {
                    writer.release();
                    writer.recover();
                    fixture.logger.retryNow();
                }
            }
            for (int burst = random.nextInt(4); burst > 0; burst--) {
                answers.addAll(fixture.log(random.nextInt(60)));
                LockSupport.parkNanos(random.nextInt(20_000_000));
            }
        }

        private void restart() {
            writer.release();
            fixture.close();
            spool.close();
            spool = spools.get();
            fixture = fixture.successor(spool, LIMITS);
        }

        private void check(LoggerCounters counters) {
            assertThat(counters.addUp()).as("seed %s: %s", seed, counters).isTrue();
            assertThat(List.of(counters.stored(), counters.spooled(), counters.pending())).as("seed %s", seed)
                    .allMatch(count -> count >= 0);
        }

        private void assertSettled(LoggerCounters counters) {
            check(counters);
            assertThat(counters.pending() + counters.spooled()).as("seed %s: %s, %s", seed, counters, spool.status())
                    .isZero();
        }

        private void judge(List<Boolean> told) {
            var stored = fixture.storedNumbers();
            assertThat(stored).as("seed %s", seed).doesNotHaveDuplicates().isSorted();
            assertThat(stored).as("seed %s", seed).doesNotContainAnyElementsOf(poison);
            var kept = new HashSet<>(stored);
            var lost = new ArrayList<Integer>();
            for (int i = 0; i < told.size(); i++) {
                if (told.get(i) && !kept.contains(i) && !poison.contains(i)) {
                    lost.add(i);
                }
            }
            assertThat(lost).as("seed %s", seed).isEmpty();
        }
    }
}
