package dev.gravitas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.ServerConnector;
import dev.gravitas.testing.FakeNvml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A headless console that watches a GPU of a scenario, and the commands beside it.
class GpuRecorderE2E {
    private static final Path MEASUREMENTS = Path.of("src/test/resources/dev/gravitas/llmperf-requests.csv");
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String HEALTHY = "gpu 0 uuid=GPU-a name=RTX_4090 total=24564Mi reserved=400Mi used=9000Mi\n"
            + "process 0 pid=4000001 used=8900Mi kind=compute\n";
    private static final String FULL = HEALTHY.replace("used=9000Mi", "used=23800Mi");

    @TempDir
    Path folder;

    private FakeNvml fake;
    private InstalledConsole gravitas;
    private Process serve;

    @BeforeEach
    void record() throws Exception {
        fake = FakeNvml.in(folder);
        fake.play(HEALTHY);
        gravitas = new InstalledConsole(folder.resolve("data"), Map.of("GRAVITAS_NVML", fake.library().toString()))
                .withDatabase();
        serve("first.txt");
    }

    @AfterEach
    void stop() throws Exception {
        serve.destroy();
        assertThat(serve.waitFor(Duration.ofSeconds(20))).as("serve ends on SIGTERM").isTrue();
        assertThat(gravitas.dataFolder().resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    private void serve(String output) throws Exception {
        serve = gravitas.start(folder.resolve(output), Map.of(), "serve");
        await().atMost(LIMIT).until(() -> Files.readString(folder.resolve(output)).contains("Ctrl-C stops."));
    }

    @Test
    void endsALockoutThatAKilledConsoleLeftBehind() throws Exception {
        var login = gravitas.login();
        await().atMost(LIMIT).until(() -> rows(login, "VRAM_CHECK").size() == 1);
        var gpu = gravitas.run("gpu", "--json").json();
        assertThat(gpu.path("state").stringValue()).isEqualTo("ok");
        assertThat(gpu.path("gpus").get(0).path("free_mib").doubleValue()).isEqualTo(24_564 - 9_400);

        fake.play(FULL);
        await().atMost(LIMIT)
                .until(() -> rows(login, "VRAM_LOCKOUT").size() == 1
                        && Files.exists(gravitas.dataFolder().resolve("vram-episodes.json")));
        var locked = gravitas.run("gpu", "--json").json().path("gpus").get(0);
        assertThat(locked.path("locked_out").asBoolean()).isTrue();
        assertThat(Instant.parse(locked.path("locked_out_since").stringValue())).isBefore(Instant.now());
        assertThat(locked.path("lockout_threshold_mib").doubleValue()).isEqualTo(1_228.2);
        serve.destroyForcibly().waitFor();
        fake.play(HEALTHY);
        serve("second.txt");

        await().atMost(LIMIT).until(() -> rows(login, "VRAM_CHECK").size() > 1);
        var ended = rows(login, "VRAM_LOCKOUT_END");
        assertThat(ended).hasSize(1);
        assertThat(ended.getFirst().path("ended_by").stringValue()).isEqualTo("console_stopped");
        assertThat(rows(login, "VRAM_LOCKOUT")).extracting(lockout -> lockout.path("episode").stringValue())
                .containsExactly(ended.getFirst().path("episode").stringValue());
    }

    @Test
    void goesOnWhileTheDriverHangs() throws Exception {
        var start = timeOfGpu("RTX 4090");
        fake.play(HEALTHY + "sleep nvmlDeviceGetMemoryInfo_v2 ms=600000\n");
        assertThat(timeOfGpu("has not answered for some seconds").minus(start)).isLessThan(Duration.ofSeconds(5));

        await().atMost(LIMIT)
                .until(() -> Files.readString(gravitas.dataFolder().resolve("logs/gravitas.log"))
                        .contains("has not answered for some seconds"));

        var imported = gravitas.run("import", MEASUREMENTS.toString(), "--spread-days", "1");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        var status = gravitas.run("status", "--json").json();
        assertThat(status.path("role").stringValue()).isEqualTo("serve");
        assertThat(status.path("rows_stored").asLong()).isGreaterThan(1_000);

        var release = gravitas.run("gpu", "--release");
        assertThat(release.exitCode()).isEqualTo(7);
        assertThat(release.err()).contains("has not let go of the GPUs yet");
        serve.destroy();
        assertThat(serve.waitFor(Duration.ofSeconds(10))).as("ends without its driver").isTrue();
    }

    private Duration timeOfGpu(String answer) throws Exception {
        long began = System.nanoTime();
        assertThat(gravitas.run("gpu").out()).contains(answer);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void letsGoOfTheDriverAndReadsItAgainWhenToldTo() throws Exception {
        var login = gravitas.login();
        await().atMost(LIMIT).until(() -> rows(login, "VRAM_CHECK").size() == 1);
        var release = gravitas.run("gpu", "--release");
        assertThat(release.exitCode()).as(release.err()).isZero();
        assertThat(release.out()).contains("the console has closed their driver");
        assertThat(gravitas.run("gpu", "--json").json().path("state").stringValue()).isEqualTo("released");

        fake.play(FULL);
        assertThat(gravitas.run("gpu", "--resume").exitCode()).isZero();
        await().atMost(LIMIT).until(() -> rows(login, "VRAM_LOCKOUT").size() == 1);
        assertThat(gravitas.run("gpu", "--json").json().path("state").stringValue()).isEqualTo("ok");
    }

    private static List<JsonNode> rows(ServerLogin login, String type) throws Exception {
        try (var connection = new ServerConnector(Limits.PROBE).open(login);
                var question = connection.prepareStatement(
                        "SELECT metadata::text FROM system_telemetry WHERE event_type = ? ORDER BY \"timestamp\"")) {
            question.setString(1, type);
            try (var found = question.executeQuery()) {
                var rows = new ArrayList<JsonNode>();
                while (found.next()) {
                    rows.add(JsonMapper.shared().readTree(found.getString(1)));
                }
                return rows;
            }
        }
    }
}
