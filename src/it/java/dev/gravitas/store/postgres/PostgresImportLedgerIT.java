package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

class PostgresImportLedgerIT {
    private static final String FILE = "0123456789abcdef".repeat(4);
    private static final Instant START = Instant.parse("2026-11-20T10:00:00.123456Z");

    private static TestDatabase server;
    private static ImportLedger ledger;

    @BeforeAll
    static void open() throws StoreException {
        server = new TestDatabase();
        ledger = server.open().imports();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void clear() {
        server.sql("TRUNCATE telemetry_import, system_telemetry");
    }

    @Test
    void remembersAnInterruptedImportAsItWasStarted() throws StoreException {
        var begun = ledger.begin(FILE, START, 59);
        var moved = ledger.advance(begun, events(2), 3, 2, false);

        var resumed = ledger.begin(FILE, START.plusSeconds(99), 1);

        assertThat(resumed).isEqualTo(moved).isEqualTo(new ImportLedger.Entry(FILE, START, 59, 3, 2, false));
    }

    @Test
    void storesNothingForTheSlowerOfTwoImports() throws StoreException {
        var seen = ledger.begin(FILE, START, 59);
        ledger.advance(seen, events(2), 2, 2, false);

        assertThatThrownBy(() -> ledger.advance(seen, events(2), 2, 2, false)).isInstanceOfSatisfying(
                StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
        assertThat(server.count("SELECT count(*) FROM system_telemetry")).isEqualTo(2);
    }

    @Test
    void commitsRowsAndProgressTogether() throws StoreException {
        var begun = ledger.begin(FILE, START, 59);
        var bad = List.of(new TelemetryEvent("X", "m", Double.NaN, null, null, Instant.now()));

        assertThatThrownBy(() -> ledger.advance(begun, bad, 1, 1, true)).isInstanceOf(StoreException.class);

        assertThat(ledger.begin(FILE, START, 59)).isEqualTo(begun);
    }

    @Test
    void knowsAFinishedImport() throws StoreException {
        ledger.advance(ledger.begin(FILE, START, 59), events(1), 1, 1, true);

        assertThat(ledger.begin(FILE, START, 59).finished()).isTrue();
    }

    private static List<TelemetryEvent> events(int count) {
        var event = new TelemetryEvent("THOUGHT_LATENCY", "m", 1.0, null, null, Instant.now());
        return Collections.nCopies(count, event);
    }
}
