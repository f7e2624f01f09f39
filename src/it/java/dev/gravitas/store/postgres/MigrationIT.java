package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gravitas.store.StoreException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;

/// A database of version 1 becomes one of the newest version with every row, or stays what it was.
class MigrationIT {
    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final String CONTENT = """
            SELECT count(*) || ' ' || md5(string_agg(row::text, '|' ORDER BY row::text))
            FROM (SELECT event_type, component, value, metadata, status, "timestamp", coalesce(host, '')
                FROM system_telemetry) AS row""";
    private static final String VERSION = "SELECT max(version) FROM telemetry_schema_history WHERE success";

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
    void makeVersionOne() throws Exception {
        server.empty();
        Flyway.configure()
                .dataSource(new LoginDataSource(server::login, new ServerConnector(ConnectionPool.QUERY_LIMITS), false))
                .locations("classpath:dev/gravitas/store/postgres/migration")
                .table("telemetry_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target("1")
                .load()
                .migrate();
        fill();
    }

    /// Rows in partitions and without, of consoles and of others, ordinary and odd.
    private static void fill() throws Exception {
        for (int back : new int[]{-3, 0, 1, 2, 40, 61}) {
            server.one("SELECT telemetry_ensure_day('" + TODAY.minusDays(back) + "')");
        }
        for (int back : new int[]{1, 10, 75}) {
            SampleDay.fill(server, TODAY.minusDays(back));
        }
        var rows = new RandomRows(new Random(1), NOW);
        try (Connection session = server.connect()) {
            new PlainSql(session).insert("system_telemetry", PlainSql.SIX, rows.plain(400));
        }
        server.sql("UPDATE system_telemetry SET host = 'old-console' WHERE value > 50");
        assertThat(server.count("SELECT count(*) FROM system_telemetry WHERE host IS NULL")).isPositive();
    }

    @Test
    void takesEveryRowOverAndSumsThem() throws Exception {
        Object before = server.one(CONTENT);

        try (var database = server.open(server::login, Clock.fixed(NOW, ZoneOffset.UTC));
                Connection connection = server.connect()) {
            assertThat(server.one(CONTENT)).isEqualTo(before);
            assertThat(new FigureCheck(connection, database.queries(), NOW).differences()).isEmpty();
        }
        assertThat(server.one(VERSION)).isEqualTo(String.valueOf(Schema.KNOWN_VERSION));
        assertThat(server.one("SELECT to_regclass('" + RandomWrites.name(TODAY.minusDays(40)) + "') IS NOT NULL"))
                .isEqualTo(true);
        assertThat(server.count("SELECT count(*) FROM pg_class WHERE relname LIKE 'telemetry_before%'")).isZero();
    }

    @Test
    void countsWhatIsInsertedStraightIntoAPartitionThatWasTakenOver() throws Exception {
        try (var database = server.open(server::login, Clock.fixed(NOW, ZoneOffset.UTC));
                Connection connection = server.connect()) {
            server.sql("INSERT INTO " + RandomWrites.name(TODAY.minusDays(1))
                    + " (event_type, \"timestamp\") VALUES ('X', '"
                    + TODAY.minusDays(1) + " 12:00Z')");
            server.sql("INSERT INTO system_telemetry_default (event_type, \"timestamp\") VALUES ('X', '1990-01-01')");

            assertThat(new FigureCheck(connection, database.queries(), NOW).differences()).isEmpty();
        }
    }

    @Test
    void leavesOtherProgramsTheirRights() throws Exception {
        server.sql("GRANT INSERT ON system_telemetry TO gravitas_writer");
        server.sql("GRANT SELECT (component, value) ON system_telemetry TO gravitas_reader");

        server.open().close();

        assertThat(server.one("SELECT has_table_privilege('gravitas_writer', 'system_telemetry', 'INSERT')"))
                .isEqualTo(true);
        assertThat(server.one("SELECT has_column_privilege('gravitas_reader', 'system_telemetry', 'value', 'SELECT')"))
                .isEqualTo(true);
    }

    @Test
    void leavesOtherProgramsTheirViews() throws Exception {
        server.sql("CREATE VIEW slow WITH (security_barrier=true) AS SELECT component, value FROM system_telemetry "
                + "WHERE value > 20");
        server.sql("CREATE VIEW slowest AS SELECT max(value) AS most FROM slow");
        server.sql("GRANT SELECT ON slow TO gravitas_reader");
        Object before = server.one("SELECT count(*) || ' ' || max(most) FROM slow, slowest");

        server.open().close();

        assertThat(server.one("SELECT count(*) || ' ' || max(most) FROM slow, slowest")).isEqualTo(before);
        server.sql("INSERT INTO system_telemetry (event_type, value) VALUES ('X', 1.5e308)");
        assertThat(server.one("SELECT most FROM slowest")).isEqualTo(1.5e308);
        assertThat(server.one("SELECT has_table_privilege('gravitas_reader', 'slow', 'SELECT')")).isEqualTo(true);
        server.sql("DROP VIEW slow CASCADE");
    }

    @Test
    void namesTheViewThatCannotGoOnAndChangesNothing() throws Exception {
        server.sql("CREATE VIEW ranked AS SELECT ranked_ms FROM system_telemetry");
        Object before = server.one(CONTENT);

        assertThatThrownBy(server::open).isInstanceOf(StoreException.class).hasMessageContaining("view ranked");

        assertThat(server.one(VERSION)).isEqualTo("1");
        assertThat(server.one(CONTENT)).isEqualTo(before);
        server.sql("DROP VIEW ranked");
    }

    @Test
    void leavesVersionOneAsItWasWhenItIsKilledOnTheWay() throws Exception {
        Object before = server.one(CONTENT);
        try (Connection holding = server.connect(); var threads = Executors.newSingleThreadExecutor()) {
            // Here the new table is made and the old one renamed; no row has moved yet.
            new PlainSql(holding).run("SELECT pg_advisory_lock(hashtext('gravitas.telemetry.partitions'))");
            var opening = threads.submit(() -> server.open());
            await().until(() -> waiting() == 1);
            server.one("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");

            assertThatThrownBy(opening::get).hasCauseInstanceOf(StoreException.class);
        }
        assertThat(server.one(VERSION)).isEqualTo("1");
        assertThat(server.one(CONTENT)).isEqualTo(before);
        assertThat(server.one("SELECT to_regclass('telemetry_rollup')")).isNull();

        server.open().close();
        assertThat(server.one(CONTENT)).isEqualTo(before);
    }

    private static long waiting() {
        return server.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    }

    @Test
    void migratesOnceWhenTwoConsolesOpenAtTheSameTime() throws Exception {
        Object before = server.one(CONTENT);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var opened = List.of(threads.submit(() -> server.open()), threads.submit(() -> server.open()));
            for (var database : opened) {
                database.get().close();
            }
        }
        assertThat(server.one(CONTENT)).isEqualTo(before);
        assertThat(server.count("SELECT count(*) FROM telemetry_schema_history WHERE version > '1'"))
                .isEqualTo(Schema.KNOWN_VERSION - 1);
    }
}
