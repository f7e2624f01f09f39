package dev.gravitas.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

class CrashIT {

    @BeforeEach
    void onlyOnLinux() {
        Programs.needsLinux();
    }

    @AfterEach
    void clean() throws Exception {
        TestFolders.clean();
    }

    @Test
    void adoptsTheServerOfAKilledProcess() throws Exception {
        Path root = TestFolders.prepared();
        HoldingProcess.start(root).kill();
        long orphan = Programs.postmaster(root);
        List<String> stages = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(root, TestFolders.binaries(), stages::add)) {
            assertThat(Sql.ask(postgres.login(), "SELECT 1")).isEqualTo("1");
            assertThat(Programs.postmaster(root)).isEqualTo(orphan);
            assertThat(stages).isEmpty();
        }
        assertThat(root.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void recoversWhenProcessAndServerAreKilled() throws Exception {
        Path root = TestFolders.prepared();
        HoldingProcess holder = HoldingProcess.start(root);
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            Sql.run(postgres.login(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
            holder.kill();
            Programs.signal("KILL", Programs.postmaster(root));
            // A busy system lets it live on for a moment.
            await().until(() -> !postgres.alive());
            List<String> stages = new ArrayList<>();
            postgres.ensureRunning(stages::add);
            assertThat(stages).contains("Starting PostgreSQL, recovering after a crash");
            assertThat(Sql.ask(postgres.login(), "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void waitsForWhatAKilledConsoleLeftToPrepareItsFolder() throws Exception {
        Path root = TestFolders.fresh("postgres");
        Path base = Files.createDirectories(root.resolve("data.tmp/base"));
        for (int file = 0; file < 2_000; file++) {
            Files.createFile(base.resolve("old" + file));
        }
        Process abandoned = Programs.start("sh", "-c",
                "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); : > '" + base + "/new'$i || exit 0; done");
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            assertThat(Sql.ask(postgres.login(), "SELECT 1")).isEqualTo("1");
            assertThat(root.resolve("data.tmp")).doesNotExist();
        } finally {
            abandoned.destroyForcibly();
        }
    }

    @Test
    void startsWhenTheStalePidFileNamesAnotherLiveProcess() throws Exception {
        Process other = Programs.start("sleep", "60");
        try {
            startsWithStalePid(other.pid());
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void startsWhenTheStalePidFileNamesADeadProcessThatNobodyReaped() throws Exception {
        Process parent = Programs.start("sh", "-c", "sleep 0.3 & echo $!; exec sleep 60");
        try {
            long zombie = Long.parseLong(parent.inputReader(StandardCharsets.UTF_8).readLine());
            await().until(() -> Files.readString(Path.of("/proc/" + zombie + "/stat")).contains(") Z"));
            startsWithStalePid(zombie);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void startsWhenTheStalePidFileNamesTheServerOfAnotherFolder() throws Exception {
        Path other = TestFolders.prepared();
        try (EmbeddedPostgres neighbour = TestFolders.open(other)) {
            startsWithStalePid(Programs.postmaster(other));
            assertThat(Sql.ask(neighbour.login(), "SELECT 1")).isEqualTo("1");
        }
    }

    private static void startsWithStalePid(long pid) throws Exception {
        Path root = TestFolders.prepared();
        Files.writeString(root.resolve("data/postmaster.pid"), pid + "\n" + root.resolve("data")
                + "\n1790000000\n5432\n../run\n\n  5432001         0\nready   \n");
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            assertThat(Sql.ask(postgres.login(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void replacesAServerThatHangs() throws Exception {
        Path root = TestFolders.prepared();
        HoldingProcess.start(root).kill();
        long hanging = Programs.postmaster(root);
        Programs.signal("STOP", hanging);
        // Long enough for a server that is only slow; this one is given three chances, and each is waited for in full.
        var patience = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofSeconds(1));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(root, TestFolders.binaries(), patience, _ -> {})) {
            assertThat(Sql.ask(postgres.login(), "SELECT 1")).isEqualTo("1");
            assertThat(Programs.postmaster(root)).isNotEqualTo(hanging);
        }
    }

    @Test
    void theSupervisorStartsAKilledServerAgain() throws Exception {
        Path root = TestFolders.prepared();
        Queue<String> told = new ConcurrentLinkedQueue<>();
        try (ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
                EmbeddedPostgres postgres = TestFolders.open(root);
                Supervisor _ = new Supervisor(postgres, executor, new Recording(told))) {
            for (int round = 1; round <= 2; round++) {
                told.clear();
                Programs.signal("KILL", Programs.postmaster(root));
                await().atMost(Duration.ofSeconds(60)).until(() -> told.contains("restored"));
                assertThat(told).containsExactly("lost", "Starting PostgreSQL, recovering after a crash", "restored");
                assertThat(Sql.ask(postgres.login(), "SELECT 1")).isEqualTo("1");
            }
        }
    }

    private record Recording(Queue<String> told) implements Supervisor.Listener {
        @Override
        public void lost() {
            told.add("lost");
        }

        @Override
        public void restarting(String stage) {
            told.add(stage);
        }

        @Override
        public void restored() {
            told.add("restored");
        }

        @Override
        public void failed(String reason) {
            told.add(reason);
        }
    }

    @Test
    void theLastOfTwoProcessesStopsTheServer() throws Exception {
        Path root = TestFolders.prepared();
        HoldingProcess first = HoldingProcess.start(root);
        HoldingProcess second = HoldingProcess.start(root);
        long server = Programs.postmaster(root);
        first.close();
        assertThat(Programs.postmaster(root)).isEqualTo(server);
        second.close();
        assertThat(root.resolve("data/postmaster.pid")).doesNotExist();
        assertThat(ProcessHandle.of(server).filter(ServerProcesses::alive)).isEmpty();
    }

    @Test
    void twoProcessesMayStartAtTheSameMoment() throws Exception {
        Path root = TestFolders.fresh("postgres");
        try (ScheduledExecutorService executor = Executors.newScheduledThreadPool(2)) {
            var first = executor.submit(() -> HoldingProcess.start(root));
            var second = executor.submit(() -> HoldingProcess.start(root));
            try (HoldingProcess _ = first.get(); HoldingProcess _ = second.get()) {
                assertThat(Programs.postmaster(root)).isPositive();
            }
        }
        assertThat(root.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void ctrlCReachesTheProcessFirstAndTheServerOnlyByItsClose() throws Exception {
        stopsInOrder("INT");
    }

    @Test
    void sigtermToTheWholeGroupReachesTheServerOnlyByTheProcessesClose() throws Exception {
        stopsInOrder("TERM");
    }

    /// A process that was started in the background of a script ignores Ctrl-C, and so would those that it starts.
    private static void stopsInOrder(String signal) throws Exception {
        Path root = TestFolders.prepared();
        try (HoldingProcess process = HoldingProcess.start(root, "env", "--default-signal=INT", "setsid")) {
            Programs.signal(signal, -process.pid());
            assertThat(process.awaitLine("LAST ANSWER")).isEqualTo("LAST ANSWER 42");
            process.awaitLine("CLOSED");
        }
        assertThat(root.resolve("data/postmaster.pid")).doesNotExist();
    }
}
