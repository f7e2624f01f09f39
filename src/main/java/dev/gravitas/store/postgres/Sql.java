package dev.gravitas.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;

/// The statements, each in a file of the same name beside this package's resources.
enum Sql {
    SESSION, SERVER, SCHEMA_EXISTS, SCHEMA_VERSION, SCHEMA_LOCK, PARTITION_DAYS, ENSURE_DAY, BATCH_INSERT, BATCH_CLEAN, COPY_EVENTS, IMPORT_BEGIN, IMPORT_READ, IMPORT_ADVANCE, EFFICIENCY, SIXTY_DAYS, STORED_ROWS, FOOTPRINT, FOOTPRINT_OTHERS, FOLD, FOLD_LOCK, FOLD_UNLOCK, KNOWN_DAYS, DROP_DAY, RECONCILE_DAY, UPKEEP_READ, UPKEEP_WRITE;

    private final String text;

    Sql() {
        text = read(name().toLowerCase(Locale.ROOT) + ".sql");
    }

    String text() {
        return text;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        return connection.prepareStatement(text);
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
