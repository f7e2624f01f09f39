package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.DatabaseSettings;
import dev.gravitas.config.Settings;
import dev.gravitas.store.Database;
import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import dev.gravitas.store.embedded.EmbeddedPostgres;
import dev.gravitas.store.embedded.Supervisor;
import dev.gravitas.store.postgres.PostgresDatabase;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Opens the database that the settings name. Each opened database is closed with all that was opened for it.
final class DatabaseOpener {
    private static final Duration SERVER_LIMIT = Duration.ofSeconds(40);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final DataFolder folder;
    private final Settings settings;
    private final Clock clock;

    DatabaseOpener(DataFolder folder, Settings settings, Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
    }

    /// Where the database is, in words, before it is open.
    String connection() {
        return switch (settings.database()) {
            case DatabaseSettings.Embedded _ -> "embedded";
            case DatabaseSettings.External external -> "external, " + external.host() + ":" + external.port() + "/"
                    + external.database();
        };
    }

    /// For one command: as quick as can be, nobody looks after the server.
    Database openBriefly(Consumer<String> stages) throws StoreException {
        return open(stages, false);
    }

    /// For a console that stays: a dead server is restarted, and outside programs get their rights.
    Database openToStay(Consumer<String> stages) throws StoreException {
        return open(stages, true);
    }

    private Database open(Consumer<String> stages, boolean stay) throws StoreException {
        var lifecycle = new Lifecycle(Threads.named("close"));
        try {
            var timer = Threads.timers("upkeep", 2, lifecycle);
            var database = switch (settings.database()) {
                case DatabaseSettings.Embedded _ -> embedded(stages, stay, lifecycle, timer);
                case DatabaseSettings.External external -> {
                    stages.accept("Connecting to " + external.host());
                    yield postgres("external", PresentLogin.of(external, external.owner()), stay, lifecycle, timer);
                }
            };
            return new OpenDatabase(database, lifecycle);
        } catch (StoreException | RuntimeException e) {
            lifecycle.close();
            throw e;
        }
    }

    private Database embedded(Consumer<String> stages, boolean stay, Lifecycle lifecycle,
            ScheduledExecutorService timer)
            throws StoreException {
        var server = lifecycle.add("PostgreSQL", SERVER_LIMIT, EmbeddedPostgres.open(folder.postgres(), stages));
        stages.accept("Opening the telemetry");
        var database = postgres("embedded", server::login, stay, lifecycle, timer);
        if (stay) {
            server.grantRoles();
            lifecycle.add("supervisor", LIMIT,
                    new Supervisor(server, Threads.timer("supervisor", lifecycle), new SupervisionLog()));
        }
        return database;
    }

    private Database postgres(String kind, Supplier<ServerLogin> logins, boolean stay, Lifecycle lifecycle,
            ScheduledExecutorService timer) throws StoreException {
        try {
            return lifecycle.add("database connections", LIMIT, PostgresDatabase.open(new PostgresDatabase.Setup(kind,
                    logins, hostLabel(), clock, stay, timer, Threads.named("pool"))));
        } catch (IOException e) {
            throw new StoreException(Kind.MISCONFIGURED, "Cannot use " + folder.hostLabel() + ": " + e.getMessage(), e);
        }
    }

    private String hostLabel() throws IOException {
        var named = settings.hostLabel();
        return named == null ? new HostLabel(folder.hostLabel()).read() : named;
    }
}
