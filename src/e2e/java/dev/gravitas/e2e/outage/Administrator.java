package dev.gravitas.e2e.outage;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.ServerConnector;

import java.sql.SQLException;

/// Somebody who may do everything on a server, and does not think of the console.
record Administrator(ServerLogin superuser) {
    private static final String END_SESSIONS = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'gravitas' AND pid <> pg_backend_pid()
            """;

    void changePassword(String password) throws SQLException, StoreException {
        run("ALTER ROLE gravitas PASSWORD '" + password + "'", END_SESSIONS);
    }

    void takeNoWrites() throws SQLException, StoreException {
        run("ALTER DATABASE gravitas SET default_transaction_read_only = on", END_SESSIONS);
    }

    void takeWrites() throws SQLException, StoreException {
        run("SET default_transaction_read_only = off", "ALTER DATABASE gravitas RESET default_transaction_read_only");
    }

    void forbidInserts() throws SQLException, StoreException {
        run("REVOKE INSERT ON system_telemetry FROM gravitas");
    }

    void allowInserts() throws SQLException, StoreException {
        run("GRANT INSERT ON system_telemetry TO gravitas");
    }

    private void run(String... statements) throws SQLException, StoreException {
        try (var connection = new ServerConnector(Limits.STANDARD).open(superuser);
                var statement = connection.createStatement()) {
            for (var text : statements) {
                statement.execute(text);
            }
        }
    }
}
