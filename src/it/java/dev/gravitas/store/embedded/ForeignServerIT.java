package dev.gravitas.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.store.ServerLogin.UnixSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Somebody else's PostgreSQL on the port that our own, which is starting, names in its unfinished pid file.
class ForeignServerIT {
    private Path root;
    private Path other;
    private EmbeddedPostgres ours;
    private EmbeddedPostgres foreign;

    @BeforeEach
    void open() throws Exception {
        Programs.needsLinux();
        root = TestFolders.prepared();
        ours = TestFolders.open(root);
        other = TestFolders.fresh("postgres");
        foreign = TestFolders.open(other);
        foreign.listenOnTcp(true);
    }

    @AfterEach
    void close() throws Exception {
        ours.close();
        foreign.close();
        TestFolders.clean();
    }

    @Test
    void isNeverOfferedOurLoginWhileOurOwnStarts() throws Exception {
        Path pidFile = root.resolve("data/postmaster.pid");
        List<String> finished = Files.readAllLines(pidFile);
        Files.write(pidFile, unfinished(finished));
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<Optional<Running>> waiting = executor
                    .submit(() -> readiness().ofFound(Passwords.read(root.resolve("passwords")),
                            Patience.STANDARD.silence()));
            Thread.sleep(500);
            Files.write(pidFile, finished);
            assertThat(waiting.get().orElseThrow().address()).isInstanceOf(UnixSocket.class);
        }
        assertThat(Files.readString(other.resolve("server.log"))).doesNotContain("authentication failed");
    }

    /// As it is for a moment: line 7 is there, socket folder and address are still to come.
    private List<String> unfinished(List<String> finished) {
        return List.of(finished.get(0), finished.get(1), finished.get(2),
                Integer.toString(foreign.tcp().orElseThrow().port()), "", "", finished.get(6));
    }

    private Readiness readiness() throws Exception {
        PostgresFolder folder = new PostgresFolder(root, TestFolders.binaries());
        return new Readiness(folder, new ServerProcesses(folder, Platform.current()));
    }
}
