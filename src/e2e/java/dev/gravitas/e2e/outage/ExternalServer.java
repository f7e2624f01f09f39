package dev.gravitas.e2e.outage;

import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.e2e.oracle.TelemetryTable;
import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.EmbeddedPostgres;
import dev.gravitas.store.embedded.PreparedDatabase;
import dev.gravitas.store.embedded.RunningServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A PostgreSQL that nobody looks after, reached by the console's settings through a relay; everything that can happen to
/// it.
final class ExternalServer implements AutoCloseable {
    private final Path root;
    private final EmbeddedPostgres postgres;
    private final RunningServer server;
    private final FaultyRelay relay;
    private final ServerLogin user;
    private final List<Long> frozen = new ArrayList<>();
    private String password;
    private Path data = Path.of("unset");

    ExternalServer(Path root) throws Exception {
        this.root = root;
        postgres = PreparedDatabase.open(root);
        postgres.listenOnTcp(true);
        server = new RunningServer(root);
        relay = new FaultyRelay(postgres.tcp().orElseThrow().port());
        user = postgres.login();
        password = user.password();
    }

    /// Makes a data folder whose settings name this server.
    Path dataFolder(Path folder) throws IOException {
        data = Files.createDirectories(folder);
        tellPassword();
        Files.writeString(folder.resolve("settings.properties"), """
                database.mode=external
                database.host=127.0.0.1
                database.port=%d
                database.name=%s
                database.user=%s
                database.password_file=password
                """.formatted(relay.port(), user.database(), user.user()));
        return folder;
    }

    /// By plain SQL, not through the relay.
    TelemetryTable table() throws IOException, StoreException {
        return new TelemetryTable(server.superuser().orElseThrow());
    }

    FaultyRelay relay() {
        return relay;
    }

    /// Not through the relay either.
    Administrator administrator() throws IOException, StoreException {
        return new Administrator(server.superuser().orElseThrow());
    }

    void stop() throws Exception {
        signal("INT", postmaster());
        awaitEnd();
    }

    void kill() throws Exception {
        signal("KILL", postmaster());
        awaitEnd();
    }

    private void awaitEnd() throws Exception {
        while (postgres.alive()) {
            Thread.onSpinWait();
        }
    }

    void start() throws StoreException {
        postgres.ensureRunning(_ -> {});
    }

    void freeze() throws Exception {
        var main = server.postmaster().orElseThrow();
        Stream.concat(Stream.of(main), main.children()).map(ProcessHandle::pid).forEach(frozen::add);
        for (var pid : frozen) {
            signal("STOP", pid);
        }
    }

    void thaw() throws Exception {
        for (var pid : frozen) {
            signal("CONT", pid);
        }
        frozen.clear();
    }

    /// An administrator changes the password on the server, and sessions end.
    void changePassword() throws Exception {
        password = "changed";
        administrator().changePassword(password);
    }

    /// The operator writes the new one where the settings say.
    void tellPassword() throws IOException {
        new OwnerOnlyFile(data.resolve("password")).write(password + "\n");
    }

    private long postmaster() throws Exception {
        return server.postmaster().orElseThrow().pid();
    }

    private static void signal(String name, long pid) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).inheritIO().start().waitFor();
    }

    @Override
    public String toString() {
        return root.toString();
    }

    @Override
    public void close() throws Exception {
        thaw();
        relay.close();
        postgres.close();
    }
}
