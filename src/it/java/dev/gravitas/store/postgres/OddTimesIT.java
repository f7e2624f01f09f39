package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/// Rows of times that no clock shows: they count, but oldest and newest are times.
class OddTimesIT {
    private static TestDatabase server;
    private static PostgresDatabase database;

    @BeforeAll
    static void open() throws StoreException {
        server = new TestDatabase();
        database = server.open();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void clear() {
        server.sql("TRUNCATE system_telemetry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-infinity"})
    void knowsNoOldestAndNewestWhereNoRowHasATime(String never) throws StoreException {
        insert(never);
        assertTimes(1, null, null);
        fold();
        assertTimes(1, null, null);
    }

    @Test
    void passesOverRowsWithoutATimeWhicheverWayTheyAreSummed() throws StoreException {
        insert("-infinity", "1970-01-01 00:00Z", "infinity", "4000-01-01 00:00Z");
        assertTimes(4, "1970-01-01T00:00:00Z", "4000-01-01T00:00:00Z");
        fold();
        assertTimes(4, "1970-01-01T00:00:00Z", "4000-01-01T00:00:00Z");
        insert("-infinity", "infinity");
        fold();
        insert("-infinity", "infinity");
        assertTimes(8, "1970-01-01T00:00:00Z", "4000-01-01T00:00:00Z");
        server.sql("SELECT telemetry_reconcile_day('-infinity')");
        assertTimes(8, "1970-01-01T00:00:00Z", "4000-01-01T00:00:00Z");
    }

    @Test
    void learnsATimeAfterRowsThatHadNone() throws StoreException {
        insert("-infinity");
        fold();
        insert("1970-01-01 00:00Z");
        fold();
        assertTimes(2, "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z");
    }

    private static void assertTimes(long rows, @Nullable String oldest, @Nullable String newest) throws StoreException {
        var footprint = database.queries().footprint();
        assertThat(footprint.telemetryRows()).isEqualTo(rows);
        assertThat(footprint.oldestRecord()).isEqualTo(oldest == null ? null : Instant.parse(oldest));
        assertThat(footprint.newestRecord()).isEqualTo(newest == null ? null : Instant.parse(newest));
        var stored = database.queries().storedRows();
        assertThat(stored.total()).isEqualTo(rows);
        assertThat(stored.newest()).isEqualTo(newest == null ? null : Instant.parse(newest));
    }

    private static void fold() {
        server.sql("SELECT telemetry_fold()");
    }

    private static void insert(String... times) {
        for (var time : times) {
            server.sql("INSERT INTO system_telemetry (event_type, \"timestamp\") VALUES ('X', '" + time + "')");
        }
    }
}
