package dev.gravitas.store.postgres;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.DatabaseStatus.State;
import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.ServerLogin.Tcp;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/// What was last found out about the server. Thread-safe.
final class ServerHealth {
    private final String kind;
    private final Supplier<ServerLogin> logins;
    private final Durability durability = new Durability();
    private volatile DatabaseStatus status;

    ServerHealth(String kind, Supplier<ServerLogin> logins) {
        this.kind = kind;
        this.logins = logins;
        this.status = found(State.STARTING, "Connecting to the database.", null);
    }

    DatabaseStatus status() {
        return status;
    }

    Durability durability() {
        return durability;
    }

    /// Asks the server once over a session of the pool.
    DatabaseStatus check(ConnectionPool pool) {
        try {
            return pool.use("The database does not answer", this::examine);
        } catch (StoreException e) {
            status = found(State.UNAVAILABLE, String.valueOf(e.getMessage()), status.version());
            return status;
        }
    }

    /// Asks the server over the given session what it is and whether it keeps what it commits.
    DatabaseStatus examine(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        List<String> faults = DurabilityCheck.ask(connection).faults();
        durability.found(faults);
        status = faults.isEmpty()
                ? found(State.READY, "The database records durably.", version)
                : found(State.UNSAFE, String.join(" ", faults), version);
        return status;
    }

    private DatabaseStatus found(State state, String detail, @Nullable String version) {
        return new DatabaseStatus(state, detail, version, kind + ", " + place(logins.get()));
    }

    private static String place(ServerLogin login) {
        return login.address() instanceof Tcp tcp ? tcp + "/" + login.database() : login.address().toString();
    }
}
