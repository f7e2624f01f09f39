package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.DailyTrend;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

/// Days are UTC days of 24 hours, whatever zone the server, the console and the writers are in, and whichever way its
/// clocks are set meanwhile: no hour is counted twice or not at all.
class DaylightSavingIT {
    private static TestDatabase server;

    private final TimeZone own = TimeZone.getDefault();

    @BeforeAll
    static void start() throws StoreException {
        server = new TestDatabase();
    }

    @AfterAll
    static void stop() {
        server.sql("ALTER ROLE CURRENT_USER RESET TimeZone");
        server.close();
    }

    @BeforeEach
    void empty() {
        server.empty();
    }

    @AfterEach
    void goHome() {
        TimeZone.setDefault(own);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2026-03-29", "Europe/Berlin, 2026-10-25", "America/St_Johns, 2026-03-08",
            "Australia/Lord_Howe, 2026-04-05", "Pacific/Kiritimati, 2026-07-01"})
    void countsEveryHourOnceOnTheDaysThatClocksAreSet(ZoneId zone, LocalDate change) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        server.sql("ALTER ROLE CURRENT_USER SET TimeZone = '" + zone + "'");
        Instant now = change.plusDays(20).atTime(12, 0).toInstant(ZoneOffset.UTC);
        try (var database = server.open(server::login, new TestClock(now)); Connection session = server.connect()) {
            writeHourlyByLocalTime(session, zone, change.minusDays(2), change.plusDays(3));

            assertWholeDays(database, change);
            assertHoursOfTheLocalDay(database, zone, change);
            assertThat(new FigureCheck(session, database.queries(), now).differences()).isEmpty();
        }
    }

    private static void assertWholeDays(PostgresDatabase database, LocalDate change) throws StoreException {
        var trend = database.queries().sixtyDays().trends().getFirst();
        assertThat(trend.daily()).hasSize(60);
        assertThat(trend.daily()
                .stream()
                .filter(day -> full(day.date(), change))
                .map(DailyTrend::figures)
                .map(figures -> figures == null ? 0L : figures.requests())).containsExactly(24L, 24L, 24L);
        assertThat(trend.requests()).isEqualTo(server.count("SELECT count(*) FROM system_telemetry"));
    }

    /// 23, 24 or 25, and half an hour more or less where clocks are set by that.
    private static void assertHoursOfTheLocalDay(PostgresDatabase database, ZoneId zone, LocalDate change)
            throws StoreException {
        var day = new TimeWindow(change.atStartOfDay(zone).toInstant(),
                change.plusDays(1).atStartOfDay(zone).toInstant());
        assertThat(database.queries().efficiency(EfficiencyQuery.of(day)).requests())
                .isEqualTo(Duration.between(day.from(), day.to()).plusMinutes(59).toHours());
    }

    private static boolean full(LocalDate day, LocalDate change) {
        return !day.isBefore(change.minusDays(1)) && !day.isAfter(change.plusDays(1));
    }

    /// One row at each full hour that passes, told in local time and offset as programs do.
    private static void writeHourlyByLocalTime(Connection session, ZoneId zone, LocalDate first, LocalDate end)
            throws Exception {
        Instant time = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        while (time.isBefore(end.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            new PlainSql(session)
                    .run("INSERT INTO system_telemetry (event_type, component, value, metadata, \"timestamp\")"
                            + " VALUES ('THOUGHT_LATENCY', 'm', 2, '{\"tokens_generated\": 3}', '"
                            + time.atZone(zone).toOffsetDateTime() + "')");
            time = time.plus(Duration.ofHours(1));
        }
    }
}
