package dev.gravitas.store.postgres;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// Reads all of `system_telemetry`, the plain way.
final class RawRows {
    /// How the store shows `-infinity` and `infinity`: the ends of what PostgreSQL can tell.
    static final Instant FIRST = Instant.parse("-4713-11-24T00:00:00Z");
    static final Instant LAST = Instant.parse("+294276-12-31T23:59:59.999999Z");
    /// The years that have buckets of their own.
    static final Instant FIRST_BUCKET = Instant.parse("2000-01-01T00:00:00Z");
    static final Instant END_BUCKET = Instant.parse("2100-01-01T00:00:00Z");

    private static final String ALL = """
            SELECT event_type, component, value, metadata::text, status, "timestamp", host FROM system_telemetry""";
    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(100_000).build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RawRows() {
    }

    static List<RawRow> read(Connection connection) throws SQLException {
        List<RawRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    private static RawRow row(ResultSet row) throws SQLException {
        double value = row.getDouble(3);
        @Nullable
        Double known = row.wasNull() ? null : value;
        return new RawRow(row.getString(1), row.getString(2), known, json(row.getString(4)), row.getString(5),
                time(row.getObject(6, OffsetDateTime.class)), row.getString(7));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : JSON.readTree(text);
    }

    static Instant time(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MIN)) {
            return FIRST;
        }
        return time.equals(OffsetDateTime.MAX) ? LAST : time.toInstant();
    }
}
