package dev.gravitas.store.postgres;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// One console on one server for all tests of a class, without rows before each.
final class OpenDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private final Instant now;
    private @Nullable TestDatabase server;
    private @Nullable PostgresDatabase database;

    /// @param now by the console's clock; real, because the server decides by its own clock which days get partitions
    OpenDatabase(Instant now) {
        this.now = now;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws StoreException {
        server = new TestDatabase();
        database = server.open(server::login, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server().sql("TRUNCATE system_telemetry");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server().close();
    }

    TestDatabase server() {
        return Objects.requireNonNull(server);
    }

    PostgresDatabase database() {
        return Objects.requireNonNull(database);
    }

    void write(List<TelemetryEvent> events) throws StoreException {
        database().writer().write(new EventBatch(UUID.randomUUID(), events));
    }

    /// One sentence for each figure of all time that is not what plain SQL comes to.
    List<String> differences() throws SQLException, StoreException {
        try (Connection connection = server().connect()) {
            return new FigureCheck(connection, database().queries(), now).differences();
        }
    }
}
