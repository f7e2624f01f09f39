package dev.gravitas.store.postgres;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.SchemaVersion;
import dev.gravitas.store.Database;
import dev.gravitas.store.EventWriter;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.Retention;
import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.store.UpkeepNotes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/// The telemetry database on a PostgreSQL server, embedded or external. Opening it makes or updates the tables.
public final class PostgresDatabase implements Database {
    /// Making the tables may have to wait for another console that makes them, or rewrite many rows.
    private static final Limits MIGRATION_LIMITS = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(3),
            Duration.ofMinutes(11), Duration.ofMinutes(10));

    private final ConnectionPool writing;
    private final ConnectionPool reading;
    private final ConnectionPool keeping;
    private final RollupFold fold;
    private final PostgresRetention retention;
    private final UpkeepLog notes;
    private final Upkeep upkeep;
    private final ServerHealth health;
    private final PostgresWriter writer;
    private final ImportLedger imports;
    private final TelemetryQueries queries;

    /// What a database is opened with.
    ///
    /// @param kind `embedded` or `external`, shown to the operator
    /// @param logins asked for each new connection, because an embedded server's address may change
    /// @param host label of this console in every row that it writes, a random id until the operator names it
    /// @param clock for "today" and the time of figures
    /// @param stays whether this opening is to look after the database, as a console that stays does, or only uses it
    /// @param scheduler runs the fold and the upkeep, at least two threads; belongs to the caller
    /// @param threads for the pools' own housekeeping, and for a question that is asked on two sessions at once
    public record Setup(String kind, Supplier<ServerLogin> logins, String host, Clock clock, boolean stays,
            ScheduledExecutorService scheduler, ThreadFactory threads) {}

    private PostgresDatabase(Setup setup, ServerHealth health) {
        this.health = health;
        writing = ConnectionPool.forWriting(setup.logins(), setup.stays(), setup.threads());
        reading = ConnectionPool.forQueries(setup.logins(), setup.stays(), setup.threads());
        var partitions = new DayPartitions(writing, setup.clock());
        keeping = ConnectionPool.forUpkeep(setup.logins(), setup.stays(), setup.threads());
        fold = new RollupFold(keeping, setup.scheduler());
        notes = new UpkeepLog(keeping, setup.clock());
        retention = new PostgresRetention(keeping, notes, setup.clock());
        upkeep = new Upkeep(keeping, partitions, retention, notes, setup.clock(), setup.scheduler());
        writer = new PostgresWriter(writing, partitions, new CopyRows(setup.host()), health.durability(),
                fold::noteWritten);
        imports = new PostgresImportLedger(writing, writer);
        queries = new PostgresQueries(reading, setup.clock(), setup.threads());
    }

    /// Connects, checks the server, brings the tables up to date and makes the coming days' partitions. A server that
    /// answers but is not durable is opened too: it can be read, and its writer refuses.
    ///
    /// @throws StoreException UNAVAILABLE: no answer now; MISCONFIGURED: wrong password, no permission, server too old,
    ///   tables of a newer program
    public static PostgresDatabase open(Setup setup) throws StoreException {
        ServerHealth health = new ServerHealth(setup.kind(), setup.logins());
        try (Connection connection = sessions(setup, ConnectionPool.QUERY_LIMITS).getConnection()) {
            health.examine(connection);
            Schema.bringUpToDate(connection, sessions(setup, MIGRATION_LIMITS));
        } catch (SQLException e) {
            throw StoreFaults.explain("The telemetry database could not be opened", e);
        }
        PostgresDatabase database = new PostgresDatabase(setup, health);
        if (setup.stays()) {
            database.fold.start();
            database.upkeep.start();
        }
        return database;
    }

    private static LoginDataSource sessions(Setup setup, Limits limits) {
        return new LoginDataSource(setup.logins(), new ServerConnector(limits), false);
    }

    @Override
    public EventWriter writer() {
        return writer;
    }

    @Override
    public TelemetryQueries queries() {
        return queries;
    }

    @Override
    public ImportLedger imports() {
        return imports;
    }

    @Override
    public Retention retention() {
        return retention;
    }

    @Override
    public UpkeepNotes notes() {
        return notes;
    }

    @Override
    public SchemaVersion schema() throws StoreException {
        return reading.use("The version of the tables could not be read",
                connection -> new SchemaVersion(Schema.version(connection), Schema.KNOWN_VERSION));
    }

    @Override
    public DatabaseStatus status() {
        return health.status();
    }

    @Override
    public DatabaseStatus check() {
        return health.check(writing);
    }

    @Override
    public void close() {
        upkeep.close();
        fold.close();
        keeping.close();
        reading.close();
        writing.close();
    }
}
