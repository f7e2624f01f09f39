package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gravitas.model.DatabaseStatus.State;
import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

class PostgresDatabaseIT {
    private static TestDatabase server;

    @BeforeAll
    static void start() throws StoreException {
        server = new TestDatabase();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() {
        server.empty();
    }

    @Test
    void makesItsTablesAndTellsThatItRecordsDurably() throws StoreException {
        try (PostgresDatabase database = server.open()) {
            assertThat(database.status().state()).isEqualTo(State.READY);
            assertThat(database.status().version()).isNotBlank();
            assertThat(database.status().connection()).startsWith("embedded, ");
            assertThat(server.count("SELECT count(*) FROM system_telemetry")).isZero();
        }
    }

    @Test
    void leavesAnUpToDateSchemaAlone() throws StoreException {
        server.open().close();
        // Flyway would fail on this history at once.
        server.sql("UPDATE telemetry_schema_history SET checksum = 1");

        server.open().close();
    }

    @Test
    void refusesTablesOfANewerProgramAndKeepsThem() throws StoreException {
        server.open().close();
        server.sql("UPDATE telemetry_schema_history SET version = '99'");

        assertRefused(() -> server.open(), Kind.MISCONFIGURED, "newer Gravitas Console");
        assertThat(server.one("SELECT version FROM telemetry_schema_history WHERE version = '99'")).isEqualTo("99");
    }

    @Test
    void refusesATableOfThatNameThatIsNotItsOwn() {
        server.sql("CREATE TABLE system_telemetry (x integer)");

        assertRefused(() -> server.open(), Kind.MISCONFIGURED, "not the console's");
        assertThat(server.count("SELECT count(*) FROM system_telemetry")).isZero();
    }

    @Test
    void movesIntoASchemaThatHoldsOtherTables() throws StoreException {
        server.sql("CREATE TABLE someone_elses (x integer)");

        server.open().close();
        server.open().close();

        assertThat(server.count("SELECT count(*) FROM someone_elses")).isZero();
    }

    @Test
    void finishesAFirstStartThatWasKilled() throws StoreException {
        server.open().close();
        server.sql("DELETE FROM telemetry_schema_history");
        server.sql(
                """
                        DO $$ DECLARE t text; BEGIN
                        FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                            AND NOT relispartition AND relname <> 'telemetry_schema_history' LOOP
                        EXECUTE 'DROP TABLE IF EXISTS ' || t || ' CASCADE'; END LOOP; END $$""");
        server.sql("""
                DO $$ DECLARE f text; BEGIN
                FOREACH f IN ARRAY (SELECT array_agg(oid::regprocedure::text) FROM pg_proc
                    WHERE pronamespace = 'public'::regnamespace) LOOP
                EXECUTE 'DROP FUNCTION IF EXISTS ' || f || ' CASCADE'; END LOOP; END $$""");

        server.open().close();

        assertThat(server.count("SELECT count(*) FROM system_telemetry")).isZero();
    }

    @Test
    void saysWhichPermissionIsMissing() {
        server.sql("DROP SCHEMA public");
        assertRefused(() -> server.open(), Kind.MISCONFIGURED, "schema");
        server.sql("CREATE SCHEMA public");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        ServerLogin good = server.login();
        ServerLogin wrong = new ServerLogin(good.address(), good.database(), good.user(), "wrong", good.sslMode());

        assertRefused(() -> server.open(() -> wrong, Clock.systemUTC()), Kind.MISCONFIGURED, "password");
    }

    @Test
    void saysThatNobodyAnswers() {
        assertRefused(() -> server.open(() -> away(server.login()), Clock.systemUTC()), Kind.UNAVAILABLE,
                "cannot be reached");
    }

    @Test
    void goesOnWhenTheServerComesBack() throws StoreException {
        AtomicReference<ServerLogin> login = new AtomicReference<>(server.login());
        EventBatch batch = new EventBatch(UUID.randomUUID(),
                List.of(new TelemetryEvent("X", "m", 1.0, null, null, Instant.now())));
        try (PostgresDatabase database = server.open(login::get, Clock.systemUTC())) {
            login.set(away(server.login()));
            server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE usename = current_user AND pid <> pg_backend_pid()");

            assertRefused(() -> database.writer().write(batch), Kind.UNAVAILABLE, "could not be stored");
            assertThat(database.check().state()).isEqualTo(State.UNAVAILABLE);

            login.set(server.login());
            assertThat(database.check().state()).isEqualTo(State.READY);
            database.writer().write(batch);
        }
        assertThat(server.count("SELECT count(*) FROM system_telemetry")).isEqualTo(1);
    }

    @Test
    void goesOnWhenTheServerTakesWritesAgain() throws StoreException {
        EventBatch batch = new EventBatch(UUID.randomUUID(),
                List.of(new TelemetryEvent("X", "m", 1.0, null, null, Instant.now())));
        try (PostgresDatabase database = server.open()) {
            server.sql("ALTER DATABASE gravitas SET default_transaction_read_only = on");
            server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE usename = current_user AND pid <> pg_backend_pid()");
            assertRefused(() -> database.writer().write(batch), Kind.MISCONFIGURED, "accepts no writes");
            takeWrites();
            // The pool may hold a session from before, which goes with the first write that it refuses.
            await().ignoreException(StoreException.class)
                    .untilAsserted(() -> database.writer().write(batch));
        } finally {
            takeWrites();
        }
        assertThat(server.count("SELECT count(*) FROM system_telemetry")).isEqualTo(1);
    }

    private static void takeWrites() {
        server.sql("BEGIN READ WRITE; ALTER DATABASE gravitas RESET default_transaction_read_only; COMMIT");
    }

    @Test
    void opensFromSeveralProcessesAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            var opening = Collections.nCopies(3,
                    (Callable<State>) () -> server.open().status().state());
            for (var done : threads.invokeAll(opening)) {
                assertThat(done.get()).isEqualTo(State.READY);
            }
        }
    }

    private static ServerLogin away(ServerLogin login) {
        return new ServerLogin(new ServerLogin.UnixSocket(Path.of("/nowhere"), 5432), login.database(), login.user(),
                login.password(), login.sslMode());
    }

    private static void assertRefused(ThrowingCallable call, Kind kind, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.getMessage()).contains(message);
        });
    }
}
