package dev.gravitas.store.embedded;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.ServerLogin.Tcp;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.postgres.DurabilityCheck;
import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One use of the PostgreSQL that belongs to a folder. Any number of processes and threads may open the same folder; the
/// first starts the server, the last to close stops it. When a user dies, the next one takes over what it left.
///
/// Thread-safe. Calls that start or stop block up to about a minute; those that only look never do.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final PostgresFolder folder;
    private final ServerControl control;
    private final UserLease lease;
    private final Passwords passwords;
    private volatile Running server;
    private boolean closed;

    private EmbeddedPostgres(PostgresFolder folder, ServerControl control, UserLease lease, Running server)
            throws IOException, StoreException {
        this.folder = folder;
        this.control = control;
        this.lease = lease;
        this.server = server;
        this.passwords = Passwords.read(folder.passwords());
    }

    /// Opens the database, making it first where there is none. Takes up to 15 s the first time, else about a second.
    ///
    /// @param root an owner-only folder of its own; made when it is not there
    /// @param stages told in plain words what is being done, on the calling thread
    /// @throws StoreException UNAVAILABLE: can work later, a full disk say; MISCONFIGURED: asks for an operator. Nothing
    ///   is damaged either way
    public static EmbeddedPostgres open(Path root, Consumer<String> stages) throws StoreException {
        return open(root, root, stages);
    }

    /// Whether there is a database in the folder, so that opening it does not have to make one. Looks only.
    public static boolean isMade(Path root) {
        return new Cluster(new PostgresFolder(root, root)).exists();
    }

    /// The same with the programs in a folder of their own, which several databases may share.
    ///
    /// @param binaries an owner-only folder
    public static EmbeddedPostgres open(Path root, Path binaries, Consumer<String> stages) throws StoreException {
        return open(root, binaries, Patience.STANDARD, stages);
    }

    /// The same with limits of one's own.
    static EmbeddedPostgres open(Path root, Path binaries, Patience patience, Consumer<String> stages)
            throws StoreException {
        PostgresFolder folder = new PostgresFolder(root.toAbsolutePath().normalize(),
                binaries.toAbsolutePath().normalize());
        FolderNames.refuseUnusable(folder.root());
        try {
            Account account = Account.current(folder.root());
            new Cluster(folder).refuseOtherVersion();
            OwnerOnly.folder(folder.root(), account);
            OwnerOnly.folder(folder.binaries(), account);
            Platform platform = Platform.current();
            ServerControl control = new ServerControl(folder, platform, account,
                    new BinaryArchive(platform, EmbeddedPostgres.class.getClassLoader()), patience);
            return open(folder, control, account, stages);
        } catch (IOException e) {
            throw Faults.failed(folder, e);
        } catch (InterruptedException e) {
            throw Faults.interrupted(e);
        }
    }

    /// Whether a server below this folder would run under another account, which must pass through the folder: true for
    /// root where user namespaces are forbidden.
    ///
    /// @param above is there
    public static boolean needsPassage(Path above) throws IOException {
        try {
            return RunAs.lends(Account.current(above), above);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static EmbeddedPostgres open(PostgresFolder folder, ServerControl control, Account account,
            Consumer<String> stages) throws IOException, StoreException, InterruptedException {
        try (StartLock _ = StartLock.take(folder.startLock())) {
            OwnerOnly.folder(folder.users(), account);
            UserLease lease = UserLease.take(folder.users());
            try {
                Running server = control.ensure(stages);
                EmbeddedPostgres opened = new EmbeddedPostgres(folder, control, lease, server);
                opened.makeRoles();
                return opened;
            } catch (IOException | StoreException | InterruptedException | RuntimeException e) {
                giveUp(lease, control, e);
                throw e;
            }
        }
    }

    private static void giveUp(UserLease lease, ServerControl control, Exception reason) {
        try {
            if (lease.endWasLast()) {
                control.stop();
            }
        } catch (IOException | StoreException | InterruptedException e) {
            reason.addSuppressed(e);
        }
    }

    private void makeRoles() throws IOException, StoreException {
        try {
            new Roles().make(server, passwords);
        } catch (SQLException e) {
            throw Faults.failed(folder, "The console's database could not be made", String.valueOf(e.getMessage()));
        }
    }

    /// The console's own login at the server's present address, which may change when the server is restarted.
    public ServerLogin login() {
        return login(Role.CONSOLE);
    }

    public ServerLogin login(Role role) {
        return server.login(Roles.DATABASE, role.user(), passwords);
    }

    /// Where the server listens on TCP, if it does.
    public Optional<Tcp> tcp() {
        return server.tcp();
    }

    /// True while the server's process lives; cheap.
    public boolean alive() {
        return server.alive();
    }

    /// Looks after the server: returns at once when it lives, else takes the one that another process has started, or
    /// starts it.
    public void ensureRunning(Consumer<String> stages) throws StoreException {
        if (alive()) {
            return;
        }
        locked(() -> {
            if (!closed) {
                server = control.ensure(stages);
            }
        });
    }

    /// Switches loopback TCP beside the socket on or off, for good. Restarts the server, breaking every connection, when
    /// it does not listen as wished. Where sockets cannot serve, TCP stays on.
    public void listenOnTcp(boolean on) throws StoreException {
        locked(() -> {
            if (on && !Files.exists(folder.tcp())) {
                OwnerOnly.write(folder.tcp(), "");
            } else if (!on) {
                Files.deleteIfExists(folder.tcp());
            }
            boolean needless = !on && server.address() instanceof Tcp;
            if (server.tcp().isPresent() != on && !needless) {
                control.stop();
                server = control.ensure(_ -> {});
            }
        });
    }

    /// Gives the roles READER and WRITER their rights. Needs the tables, so it comes after the migrations; may be
    /// repeated.
    public void grantRoles() throws StoreException {
        try {
            new Roles().grant(server, passwords);
        } catch (SQLException | IOException e) {
            throw Faults.failed(folder, "The rights of reader and writer could not be set",
                    String.valueOf(e.getMessage()));
        }
    }

    /// Gives the console's role the rights that measurements need.
    void widenRights() throws StoreException {
        try {
            new Roles().widen(server, passwords);
        } catch (SQLException | IOException e) {
            throw Faults.failed(folder, "The rights for measuring could not be set", String.valueOf(e.getMessage()));
        }
    }

    /// Asks the server whether it keeps what it commits.
    ///
    /// @return one plain sentence for each wrong setting; empty when all is well
    public List<String> settingsFaults() throws StoreException {
        try (Connection connection = new ServerConnector(Limits.STANDARD).open(login())) {
            DurabilityCheck.Findings findings = DurabilityCheck.ask(connection);
            return Stream.concat(findings.faults().stream(), findings.warnings().stream()).toList();
        } catch (SQLException e) {
            throw Faults.failed(folder, "The server did not tell its settings", String.valueOf(e.getMessage()));
        }
    }

    /// How many sessions of other programs are open: consoles and commands of ours hold the server by themselves.
    ///
    /// @throws StoreException when the server does not answer
    public int foreignSessions() throws StoreException {
        try (Connection connection = new ServerConnector(Limits.PROBE).open(login());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname IS NOT NULL AND application_name <> 'gravitas'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw Faults.failed(folder, "The server did not tell its sessions", String.valueOf(e.getMessage()));
        }
    }

    /// Ends this use; stops the server when nobody else uses it. May be repeated. A failure is logged: the server then
    /// runs on and the next user takes it.
    @Override
    public void close() {
        // An interrupt would break the locks in the middle; it is handed on afterwards.
        boolean interrupted = Thread.interrupted();
        try {
            locked(() -> {
                if (!closed) {
                    closed = true;
                    if (lease.endWasLast()) {
                        control.stop();
                    }
                }
            });
        } catch (StoreException e) {
            LOG.warn("The embedded database was not stopped: {}", e.getMessage(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Step {
        void run() throws IOException, StoreException, InterruptedException;
    }

    private void locked(Step step) throws StoreException {
        try (StartLock _ = StartLock.take(folder.startLock())) {
            step.run();
        } catch (IOException e) {
            throw Faults.failed(folder, e);
        } catch (InterruptedException e) {
            throw Faults.interrupted(e);
        }
    }
}
