package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.ServerConnector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// Waits until the server of a folder lets us in.
final class Readiness {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /// A launched server writes its pid file within moments.
    private static final Duration APPEARANCE = Duration.ofSeconds(3);
    private static final String STARTING = "57P03";

    private final PostgresFolder folder;
    private final ServerProcesses processes;
    private final ServerConnector connector = new ServerConnector(Limits.PROBE);

    Readiness(PostgresFolder folder, ServerProcesses processes) {
        this.folder = folder;
        this.processes = processes;
    }

    /// Waits for a server that was there before us.
    ///
    /// @param silence how long it may say nothing before it is given up
    Optional<Running> ofFound(Passwords passwords, Duration silence)
            throws IOException, StoreException, InterruptedException {
        return await(passwords, Duration.ZERO, silence);
    }

    /// Waits for a server that was launched just now, at most 60 s.
    Optional<Running> ofLaunched(Passwords passwords) throws IOException, StoreException, InterruptedException {
        return await(passwords, APPEARANCE, LIMIT);
    }

    /// @param absence how long there may be no process
    /// @param silence how long it may say nothing at all
    private Optional<Running> await(Passwords passwords, Duration absence, Duration silence)
            throws IOException, StoreException, InterruptedException {
        Deadline limit = Deadline.in(LIMIT);
        Deadline silent = Deadline.in(silence);
        Deadline absent = Deadline.in(absence);
        while (!limit.passed() && !silent.passed()) {
            Optional<PostmasterPid> pid = PostmasterPid.read(folder.pidFile());
            Optional<ProcessHandle> process = pid.flatMap(file -> processes.server(file.pid()));
            if (process.isPresent()) {
                absent = Deadline.in(APPEARANCE);
                Optional<Running> server = pid.get().listening().map(at -> Running.of(folder, process.get(), at));
                Answer answer = pid.get().ready() ? ask(server, passwords) : Answer.STARTING;
                if (answer == Answer.READY) {
                    return server;
                }
                silent = answer == Answer.STARTING ? Deadline.in(silence) : silent;
            } else if (absent.passed()) {
                return Optional.empty();
            }
            limit.pause();
        }
        return Optional.empty();
    }

    private enum Answer {
        READY, STARTING, NONE
    }

    /// Offers the login to our own server only: one at another address is not asked.
    private Answer ask(Optional<Running> server, Passwords passwords) throws IOException, StoreException {
        if (server.isEmpty()) {
            return Answer.NONE;
        }
        try (Connection connection = connector
                .open(server.get().login("postgres", Passwords.SUPERUSER, passwords))) {
            return serves(connection) ? Answer.READY : Answer.NONE;
        } catch (StoreException e) {
            if (e.kind() == Kind.MISCONFIGURED && stillThere(server.get())) {
                throw e;
            }
            return e.getCause() instanceof SQLException cause && STARTING.equals(cause.getSQLState())
                    ? Answer.STARTING
                    : Answer.NONE;
        } catch (SQLException | IOException _) {
            // Ended in the middle of the answer: asked again.
            return Answer.NONE;
        }
    }

    /// Whether it was our server that answered: another may have taken the port of one that has just died.
    private boolean stillThere(Running server) throws IOException {
        return PostmasterPid.read(folder.pidFile())
                .filter(file -> file.pid() == server.process().pid() && server.alive())
                .flatMap(PostmasterPid::listening)
                .filter(at -> Running.of(folder, server.process(), at).equals(server))
                .isPresent();
    }

    private boolean serves(Connection connection) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_setting('data_directory')");
                ResultSet row = statement.executeQuery()) {
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), folder.data());
        }
    }
}
