package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

/// Brings the tables to the version that this program knows. A database that has it already costs two small questions;
/// Flyway is started only for one that has not.
final class Schema {
    /// The newest migration in this package's resources.
    static final int KNOWN_VERSION = 3;

    private static final String HISTORY_TABLE = "telemetry_schema_history";
    private static final int NONE = 0;

    private Schema() {
    }

    /// @param connection in auto-commit; holds a lock until it is closed, when a migration was needed
    /// @param migrating where the migration takes its sessions from
    /// @throws StoreException MISCONFIGURED when the data is from a newer version or the user may not create tables
    static void bringUpToDate(Connection connection, DataSource migrating) throws SQLException, StoreException {
        if (isUpToDate(connection)) {
            return;
        }
        Server server = Server.ask(connection);
        server.requireMayCreate();
        // Flyway's own lock comes after its first look, so that two first starts at once would trip over each other.
        try (PreparedStatement lock = Sql.SCHEMA_LOCK.prepare(connection)) {
            lock.execute();
        }
        if (!isUpToDate(connection)) {
            migrate(server.schema(), migrating);
        }
    }

    private static boolean isUpToDate(Connection connection) throws SQLException, StoreException {
        int version = version(connection);
        if (version > KNOWN_VERSION) {
            throw new StoreException(Kind.MISCONFIGURED,
                    "The telemetry database was made by a newer Gravitas Console (its"
                            + " version is " + version + ", this program knows " + KNOWN_VERSION
                            + "). Nothing was changed. Use the newer program, or another database.");
        }
        return version == KNOWN_VERSION;
    }

    /// That the database has, 0 for none.
    static int version(Connection connection) throws SQLException {
        return firstInt(connection, Sql.SCHEMA_EXISTS) == NONE ? NONE : firstInt(connection, Sql.SCHEMA_VERSION);
    }

    private static int firstInt(Connection connection, Sql question) throws SQLException {
        try (PreparedStatement statement = question.prepare(connection); ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void migrate(String schema, DataSource sessions) throws StoreException {
        try {
            // The baseline lets the tables lie in a schema that already holds something else.
            Flyway.configure()
                    .dataSource(sessions)
                    .locations("classpath:dev/gravitas/store/postgres/migration")
                    .table(HISTORY_TABLE)
                    .defaultSchema(schema)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw explain(e);
        }
    }

    private static StoreException explain(FlywayException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return StoreFaults.explain("The telemetry tables could not be made", sql);
            }
        }
        return new StoreException(Kind.MISCONFIGURED, "The telemetry tables could not be made: " + fault.getMessage(),
                fault);
    }
}
