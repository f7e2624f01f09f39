package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.ServerConnector;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The roles of the embedded server and the console's database. Everything here can be repeated.
final class Roles {
    static final String DATABASE = "gravitas";

    private final ServerConnector connector = new ServerConnector(Limits.STANDARD);

    /// Makes what a new cluster lacks. The database comes last, so its presence says that all is there.
    void make(Running server, Passwords passwords) throws SQLException, IOException, StoreException {
        try (Connection connection = connector.open(server.login("postgres", Passwords.SUPERUSER, passwords))) {
            if (databaseExists(connection)) {
                return;
            }
            connection.setAutoCommit(false);
            run(connection, "roles.sql");
            for (Role role : Role.values()) {
                // The driver sends a SCRAM verifier, so the password itself never reaches a statement or a log.
                connection.unwrap(PGConnection.class)
                        .alterUserPassword(role.user(),
                                passwords.of(role.user()).toCharArray(), "scram-sha-256");
            }
            connection.commit();
            connection.setAutoCommit(true);
            run(connection, "database.sql");
        }
    }

    /// Gives reader and writer their rights on the console's tables; needs the tables to be there.
    void grant(Running server, Passwords passwords) throws SQLException, IOException, StoreException {
        try (Connection connection = connector.open(server.login(DATABASE, Role.CONSOLE.user(), passwords))) {
            connection.setAutoCommit(false);
            run(connection, "grants.sql");
            connection.commit();
        }
    }

    /// Gives the console's role the rights of [ScratchPostgres].
    void widen(Running server, Passwords passwords) throws SQLException, IOException, StoreException {
        try (Connection connection = connector.open(server.login("postgres", Passwords.SUPERUSER, passwords))) {
            run(connection, "scratch.sql");
        }
    }

    private static boolean databaseExists(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            statement.setString(1, DATABASE);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void run(Connection connection, String file) throws SQLException, IOException {
        try (InputStream stream = Roles.class.getResourceAsStream(file);
                Statement statement = connection.createStatement()) {
            if (stream == null) {
                throw new IOException("missing in this installation: " + file);
            }
            statement.execute(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
