package dev.gravitas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Windows, headless consoles and commands on one data folder at the same time.
class SeveralAtOnceE2E {
    // A real window on JavaFX's built-in headless platform.
    private static final Map<String, String> WINDOW = Map.of("JAVA_TOOL_OPTIONS",
            "-Dglass.platform=Headless -Dprism.order=sw");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private InstalledConsole gravitas;
    private final List<Process> started = new CopyOnWriteArrayList<>();

    @BeforeEach
    void console() {
        gravitas = new InstalledConsole(folder.resolve("data"));
    }

    @AfterEach
    void stopAll() throws Exception {
        for (var process : started) {
            process.destroy();
        }
        for (var process : started) {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ends on SIGTERM").isTrue();
        }
        try (var outputs = Files.newDirectoryStream(folder, "*.txt")) {
            for (var output : outputs) {
                assertThat(Files.readString(output)).as("no stack trace for the operator").doesNotContain("Exception");
            }
        }
        assertThat(gravitas.dataFolder().resolve("postgres/data/postmaster.pid")).as("the last one stops the database")
                .doesNotExist();
    }

    /// As a new user does it, on a folder without a database.
    @Test
    void aSecondWindowBringsTheFirstToTheFrontAndExitsZero() throws Exception {
        start("first.txt", WINDOW);
        awaitRole("window");
        var second = start("second.txt", WINDOW);
        assertThat(second.waitFor(LIMIT)).isTrue();
        assertThat(second.exitValue()).isZero();
        assertThat(output("second.txt")).contains("its window is in front now");
    }

    @Test
    void aWindowBesideServeAttachesAsAViewer() throws Exception {
        gravitas.withDatabase();
        start("serve.txt", Map.of(), "serve");
        awaitRole("serve");
        var window = start("window.txt", WINDOW);
        await().atMost(LIMIT)
                .until(() -> Files.readString(gravitas.dataFolder().resolve("logs/gravitas.log"))
                        .contains("as VIEWER"));
        await().atMost(LIMIT)
                .until(() -> Files.readString(gravitas.dataFolder().resolve("window.lock")).startsWith("WINDOW"));
        assertThat(window.isAlive()).isTrue();
        window.destroy();
        assertThat(window.waitFor(LIMIT)).isTrue();
        assertThat(gravitas.run("status", "--json").json().path("role").stringValue()).isEqualTo("serve");
    }

    @Test
    void saysThatThereIsNoDisplayAndRecordsHeadless() throws Exception {
        gravitas.withDatabase();
        start("console.txt", Map.of());
        awaitRole("serve");
        await().atMost(LIMIT).until(() -> output("console.txt").contains("Recording to embedded"));
        assertThat(output("console.txt")).contains("No display");
    }

    @Test
    void commandsShareTheDatabaseThatTheFirstOfThemMakes() {
        var commands = IntStream.range(0, 4).mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
            try {
                return gravitas.run("status", "--json");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        })).toList();
        assertThat(commands).allSatisfy(command -> {
            var result = command.join();
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.json().path("database").path("state").stringValue()).isEqualTo("ready");
        });
    }

    @Test
    void oneKeeperLeavesTheDatabaseUpForPsqlWhereNoConsoleRuns() throws Exception {
        gravitas.withDatabase();
        assertThat(gravitas.run("db-env").exitCode()).isZero();
        var keeper = Files.readString(gravitas.dataFolder().resolve("keeper.lock"));
        assertThat(gravitas.run("db-env", "--role", "writer").exitCode()).isZero();
        assertThat(Files.readString(gravitas.dataFolder().resolve("keeper.lock"))).isEqualTo(keeper)
                .startsWith("KEEPER ");
        var postmaster = gravitas.dataFolder().resolve("postgres/data/postmaster.pid");
        assertThat(postmaster).exists();
        ProcessHandle.of(Long.parseLong(keeper.split(" ")[1])).orElseThrow().destroy();
        await().atMost(LIMIT).until(() -> Files.notExists(postmaster));
    }

    private Process start(String output, Map<String, String> environment, String... arguments) throws Exception {
        var process = gravitas.start(folder.resolve(output), environment, arguments);
        started.add(process);
        return process;
    }

    private void awaitRole(String role) {
        // Looked for by file first: a command at each look would take the processor from the console that starts.
        await().atMost(LIMIT).until(() -> Files.exists(gravitas.dataFolder().resolve("endpoint.json")));
        await().atMost(LIMIT).pollDelay(Duration.ZERO).until(() -> {
            var status = gravitas.run("status", "--json");
            return status.exitCode() == 0 && status.json().path("role").stringValue().equals(role);
        });
    }

    private String output(String name) throws Exception {
        return Files.readString(folder.resolve(name));
    }
}
