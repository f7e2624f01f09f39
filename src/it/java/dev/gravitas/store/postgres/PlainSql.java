package dev.gravitas.store.postgres;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes rows as other programs do.
final class PlainSql {
    static final List<String> SIX = List.of("event_type", "component", "value", "metadata", "status", "timestamp");

    private final Connection connection;

    PlainSql(Connection connection) {
        this.connection = connection;
    }

    /// One INSERT of all rows, naming only some columns.
    void insert(String table, List<String> columns, List<PlainRow> rows) throws SQLException {
        String line = columns.stream().map(PlainSql::parameter).collect(Collectors.joining(", ", "(", ")"));
        String sql = "INSERT INTO " + table + " (" + names(columns) + ") VALUES "
                + String.join(", ", Collections.nCopies(rows.size(), line));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (PlainRow row : rows) {
                for (String column : columns) {
                    set(statement, at++, column, row);
                }
            }
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int at, String column, PlainRow row) throws SQLException {
        if (column.equals("value")) {
            statement.setObject(at, row.value(), Types.DOUBLE);
        } else {
            statement.setString(at, text(column, row));
        }
    }

    private static String parameter(String column) {
        return switch (column) {
            case "metadata" -> "?::jsonb";
            case "timestamp" -> "coalesce(?::timestamptz, now())";
            default -> "?";
        };
    }

    private static @Nullable String text(String column, PlainRow row) {
        return switch (column) {
            case "event_type" -> row.eventType();
            case "component" -> row.component();
            case "value" -> row.value() == null ? null : row.value().toString();
            case "metadata" -> row.metadata();
            case "status" -> row.status();
            case "timestamp" -> row.time();
            default -> row.host();
        };
    }

    /// COPY in CSV.
    void copy(String table, List<String> columns, List<PlainRow> rows) throws SQLException {
        String csv = rows.stream()
                .map(row -> columns.stream().map(column -> quoted(text(column, row))).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
        String sql = "COPY " + table + " (" + names(columns) + ") FROM STDIN (FORMAT csv)";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(csv));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static String names(List<String> columns) {
        return Stream.of(columns)
                .flatMap(List::stream)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
    }
}
