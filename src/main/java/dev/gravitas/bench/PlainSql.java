package dev.gravitas.bench;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.ServerConnector;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A session of another program beside the console: plain SQL, kept in files of this package's resources or said in place.
final class PlainSql implements AutoCloseable {
    /// A naive question over ten million rows takes its time.
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofMinutes(31), Duration.ofMinutes(30));

    private final Connection connection;

    private PlainSql(Connection connection) {
        this.connection = connection;
    }

    static PlainSql open(ServerLogin login) throws StoreException {
        return new PlainSql(new ServerConnector(LIMITS).open(login));
    }

    /// One row of an answer.
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// Runs a statement and ignores what it returns.
    void run(String statement, Object... parameters) {
        query(statement, _ -> 0, parameters);
    }

    /// Every row of the answer; nothing for a statement that returns none.
    <T> List<T> query(String text, Row<T> row, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet results = statement.getResultSet()) {
                    while (results.next()) {
                        rows.add(row.of(results));
                    }
                }
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// One figure.
    long number(String statement, Object... parameters) {
        return query(statement, row -> row.getLong(1), parameters).getFirst();
    }

    /// Writes what a COPY … TO STDOUT tells.
    void copyOut(String copy, OutputStream to) throws IOException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, to);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// The text of a statement's file.
    static String file(String name) {
        try (InputStream in = PlainSql.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The statement " + name + " is not packed with the program.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("Plain SQL failed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
