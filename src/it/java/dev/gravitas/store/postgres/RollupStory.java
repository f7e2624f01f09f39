package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// One random interleaving of everything that touches the telemetry table, and the comparison of every answer with the
/// rows after each few steps.
final class RollupStory implements AutoCloseable {
    private static final int MOST_ROWS = 4000;

    private final Random random;
    private final Instant now;
    private final TestDatabase server;
    private final PostgresDatabase database;
    private final RandomRows rows;
    private final RandomWrites writes;
    private final HeldTransactions held;
    private final KeepingConsole keeper;
    private final Connection session;
    private final FigureCheck check;
    private final List<String> told = new ArrayList<>();

    RollupStory(long seed, TestDatabase server, PostgresDatabase database, Instant now)
            throws StoreException, SQLException {
        this.random = new Random(seed);
        this.now = now;
        this.server = server;
        this.database = database;
        this.rows = new RandomRows(random, now);
        this.writes = new RandomWrites(random, rows, database.writer());
        this.held = new HeldTransactions(server);
        this.keeper = new KeepingConsole(server, Clock.fixed(now, ZoneOffset.UTC));
        this.session = server.connect();
        this.check = new FigureCheck(session, database.queries(), now);
    }

    /// What was done so far.
    List<String> told() {
        return told;
    }

    void step() throws Exception {
        switch (random.nextInt(22)) {
            case 0, 1, 2, 3 -> tell("a batch of ours", () -> writes.ours());
            case 4, 5, 6 -> tell("plain SQL", () -> writes.plain(session));
            case 7 -> tell("rows taken back", () -> writes.takenBack(session));
            case 8 -> tell("a refused statement", () -> writes.refused(session));
            case 9, 10 -> tell("rows not committed yet", () -> held.begin(random, writes));
            case 11, 12 -> tell("a transaction ended", () -> held.end(random));
            case 13, 14 -> tell("a fold", () -> server.one("SELECT telemetry_fold()"));
            case 15 -> tell("two folds at once", this::twoFolds);
            case 16 -> tell("writers and folds at once", this::crowd);
            case 17 -> tell("a partition for a day", this::partition);
            case 18 -> tell("pruning", this::prune);
            case 19, 20 -> tell("minutes of cut buckets", this::minutes);
            default -> tell("reconciliation", this::reconcile);
        }
        if (server.count("SELECT count(*) FROM system_telemetry") > MOST_ROWS) {
            tell("truncation", this::truncate);
        }
    }

    private void tell(String what, Act act) throws Exception {
        told.add(what);
        act.run();
    }

    void twoFolds() throws Exception {
        Callable<Object> fold = () -> server.one("SELECT telemetry_fold() IS NULL");
        together(List.of(fold, fold));
    }

    /// Each with a seed of its own, so that the threads' order changes no row.
    private void crowd() throws Exception {
        List<Callable<Object>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Random own = new Random(random.nextLong());
            var its = new RandomWrites(own, new RandomRows(own, now), database.writer());
            all.add(() -> {
                try (Connection connection = server.connect()) {
                    for (int turn = 0; turn < 3; turn++) {
                        its.plain(connection);
                        its.ours();
                    }
                    return true;
                }
            });
        }
        all.addAll(Collections.nCopies(2, () -> server.one("SELECT telemetry_fold() IS NULL")));
        together(all);
    }

    private static void together(List<Callable<Object>> all) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }
    }

    /// Of windows that begin where most rows are, so that they are asked for and made void.
    private void minutes() throws SQLException {
        Instant about = now.plus(Duration.ofHours(1)).minus(Duration.ofMinutes(random.nextInt(30)));
        new PlainSql(session).run("SELECT telemetry_split_buckets('" + about + "')");
    }

    private void partition() throws SQLException {
        held.endAll(random);
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(random.nextInt(66) - 8L);
        new PlainSql(session).run("SELECT telemetry_ensure_day('" + day + "')");
    }

    private void prune() throws Exception {
        held.endAll(random);
        Instant before = now.minus(40, ChronoUnit.DAYS).minus(rows.upTo(Duration.ofDays(60)));
        Instant border = before.truncatedTo(ChronoUnit.DAYS);
        List<RawRow> all = RawRows.read(session);
        var pruned = database.retention().prune(before);
        long old = all.stream().filter(row -> row.time().isBefore(border)).count();
        assertThat(pruned.rows()).as("rows pruned before " + before).isEqualTo(old);
        assertThat(RawRows.read(session)).hasSize((int) (all.size() - old))
                .noneMatch(row -> row.time().isBefore(border));
    }

    private void reconcile() throws StoreException {
        var result = keeper.reconciliation.run();
        assertThat(result.repaired()).as("days that differed").isEmpty();
        assertThat(result.busy()).as("days left out").isZero();
    }

    private void truncate() throws SQLException {
        held.endAll(random);
        new PlainSql(session).run("TRUNCATE system_telemetry");
    }

    /// Nothing, or what the store answers wrongly.
    List<String> differences() throws StoreException, SQLException {
        var windows = new RandomWindows(random, now);
        List<EfficiencyQuery> questions = new ArrayList<>();
        for (TimeWindow window : windows.some(5)) {
            var question = EfficiencyQuery.of(window);
            questions.add(random.nextBoolean() ? question : narrowed(question));
        }
        return check.differences(questions);
    }

    private EfficiencyQuery narrowed(EfficiencyQuery question) {
        String component = random.nextInt(3) == 0 ? rows.component() : null;
        String host = random.nextBoolean() ? RandomRows.HOSTS.get(random.nextInt(RandomRows.HOSTS.size())) : null;
        var wished = random.nextInt(4) == 0 ? Definition.values()[random.nextInt(4)] : null;
        var narrowed = question.ofComponent(component).ofHost(host).by(wished);
        return random.nextInt(4) == 0 ? narrowed.withoutQuantiles() : narrowed;
    }

    @Override
    public void close() throws SQLException {
        held.close();
        keeper.close();
        session.close();
    }

    @FunctionalInterface
    private interface Act {
        void run() throws Exception;
    }
}
