package dev.gravitas.store.embedded;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.ServerLogin.Address;
import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.ServerConnector;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

/// Statements of a test's own, each over a new connection.
final class Sql {
    private Sql() {
    }

    static Connection open(ServerLogin login) throws Exception {
        return new ServerConnector(Limits.STANDARD).open(login);
    }

    static void run(ServerLogin login, String... statements) throws Exception {
        try (Connection connection = open(login); Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    static String ask(ServerLogin login, String query) throws Exception {
        try (Connection connection = open(login);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "nothing";
        }
    }

    static ServerLogin at(ServerLogin login, Address address) {
        return new ServerLogin(address, login.database(), login.user(), login.password(), login.sslMode());
    }

    static ServerLogin superuser(Path root, EmbeddedPostgres postgres) throws Exception {
        return new ServerLogin(postgres.login().address(), "postgres", Passwords.SUPERUSER,
                Passwords.read(root.resolve("passwords")).of(Passwords.SUPERUSER), "disable");
    }
}
