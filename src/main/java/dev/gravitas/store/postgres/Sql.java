package dev.gravitas.store.postgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The statements, each in a file of the same name beside this package's resources. Parameters are `?`, or `:name` where a
/// statement has the same one in many places.
enum Sql {
    SESSION,
    SERVER,
    SCHEMA_EXISTS,
    SCHEMA_VERSION,
    SCHEMA_LOCK,
    PARTITION_DAYS,
    ENSURE_DAY,
    BATCH_INSERT,
    BATCH_CLEAN,
    COPY_EVENTS,
    IMPORT_BEGIN,
    IMPORT_READ,
    IMPORT_ADVANCE,
    EFFICIENCY,
    TREND_DAYS,
    TREND_SLICES,
    LOAD_SUMS,
    STORED_ROWS,
    FOOTPRINT,
    FOOTPRINT_SIZES,
    FOLD,
    SPLIT_BUCKETS,
    FOLD_LOCK,
    FOLD_UNLOCK,
    KNOWN_DAYS,
    DROP_DAY,
    FORGET_SERIES,
    RECONCILE_DAY,
    UNSETTLED_DAYS,
    UPKEEP_READ,
    UPKEEP_WRITE,
    UPKEEP_CLOCK,
    VRAM_SLICES,
    VRAM_ROWS,
    VRAM_GPUS,
    VRAM_LOCKOUTS,
    VRAM_LOCKOUT_ENDS,
    VRAM_LOADS;

    private final String text;
    private final List<String> names;

    Sql() {
        String written = read(name().toLowerCase(Locale.ROOT) + ".sql");
        // `:name`, but not the cast `::type`.
        Matcher name = Pattern.compile("(?<!:):([a-z_]+)").matcher(written);
        names = name.results().map(match -> match.group(1)).toList();
        text = name.replaceAll("?");
    }

    String text() {
        return text;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        return connection.prepareStatement(text);
    }

    /// Sets the parameters that the file names as `:name`, wherever they come.
    ///
    /// @throws IllegalArgumentException when the file names another one
    void bind(PreparedStatement statement, Map<String, @Nullable Object> values) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            if (!values.containsKey(names.get(i))) {
                throw new IllegalArgumentException(this + " needs " + names.get(i) + ".");
            }
            statement.setObject(i + 1, values.get(names.get(i)));
        }
    }

    private static String read(String file) {
        try (InputStream in = Sql.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The statement " + file + " is not packed with the program.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
