package dev.gravitas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.store.postgres.Limits;
import dev.gravitas.store.postgres.ServerConnector;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The first run of a new user: import real measurements, get a ranking, and find the same numbers everywhere.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstRunE2E {
    private static final Path MEASUREMENTS = Path.of("src/test/resources/dev/gravitas/llmperf-requests.csv");
    private static final int MODELS = 13;
    private static final double EXACT = 1e-9;

    private InstalledConsole gravitas;
    private Process serve;
    private Path serveOutput;

    @BeforeAll
    void importTheMeasurements(@TempDir Path folder) throws Exception {
        gravitas = new InstalledConsole(folder.resolve("data of ünïcode"));
        var imported = gravitas.run("import", MEASUREMENTS.toString(), "--spread-days", "59");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        serveOutput = folder.resolve("serve.txt");
        serve = gravitas.start(serveOutput, Map.of(), "serve");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(gravitas.dataFolder().resolve("endpoint.json")));
        assertThat(gravitas.run("status", "--json").json().path("endpoint").isObject()).isTrue();
    }

    @AfterAll
    void stop() throws Exception {
        serve.destroy();
        assertThat(serve.waitFor(Duration.ofSeconds(20))).as("serve ends on SIGTERM").isTrue();
    }

    @Test
    void ranksThirteenModelsByTheirTokenWeightedEfficiency() throws Exception {
        var models = new ArrayList<JsonNode>();
        // The row of plain SQL is of another definition, so it is listed without a rank.
        gravitas.run("rank", "--hours", "1440", "--json")
                .json()
                .path("models")
                .values()
                .stream()
                .filter(model -> !model.path("rank").isNull())
                .forEach(models::add);
        var expected = expectedEfficiency();
        assertThat(models).hasSize(MODELS);
        double before = 0;
        for (var model : models) {
            var score = model.path("efficiency_score").doubleValue();
            assertThat(score).isGreaterThanOrEqualTo(before)
                    .isCloseTo(expected.get(model.path("component").stringValue()),
                            relative(score));
            before = score;
        }
    }

    @Test
    void countsEveryRowOnce() throws Exception {
        var again = gravitas.run("import", MEASUREMENTS.toString(), "--spread-days", "59");
        assertThat(again.exitCode()).as(again.err()).isZero();
        var status = gravitas.run("status", "--json").json();
        assertThat(status.path("rows_thought").asLong()).isGreaterThanOrEqualTo(1945);
        assertThat(status.path("rows_not_ranked").asLong()).isEqualTo(360);
        assertThat(status.path("rows_thought").asLong())
                .isEqualTo(status.path("rows_ranked").asLong() + status.path("rows_not_ranked").asLong());
    }

    @Test
    void servesTheSameNumbersToTheEndpointAndToPlainSql() throws Exception {
        var expected = expectedEfficiency();
        var served = new TreeMap<String, Double>();
        for (var trend : endpoint("/telemetry/60day").path("model_trends")) {
            assertThat(trend.path("daily")).hasSize(60);
            served.put(trend.path("component").stringValue(), trend.path("efficiency_score").doubleValue());
        }
        assertThat(served.keySet()).containsAll(expected.keySet());
        expected.forEach((model, score) -> assertThat(served.get(model)).as(model).isCloseTo(score, relative(score)));
        plainSql()
                .forEach((model, score) -> assertThat(score).as(model).isCloseTo(expected.get(model), relative(score)));
    }

    @Test
    void ranksARowOfPlainSqlWithinTwoSeconds() throws Exception {
        try (var connection = new ServerConnector(Limits.PROBE).open(gravitas.login("--role", "writer"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into system_telemetry (event_type, component, value, metadata)
                    values ('THOUGHT_LATENCY', 'plain/sql', 12.5, '{"tokens_generated": 200}')""");
        }
        var model = gravitas.run("rank", "--component", "plain/sql", "--json").json().path("models").get(0);
        assertThat(model.path("efficiency_score").doubleValue()).isEqualTo(12.5);
    }

    @Test
    void refusesASecondServeNamingTheFirst() throws Exception {
        var second = gravitas.run("serve");
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.err()).contains("pid ").hasLineCount(1);
    }

    private JsonNode endpoint(String path) throws Exception {
        var url = gravitas.run("status", "--json").json().path("endpoint").path("url").stringValue();
        var token = Files.readString(gravitas.dataFolder().resolve("endpoint.token")).strip();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(HttpRequest.newBuilder(URI.create(url + path))
                    .header("Authorization", "Bearer " + token)
                    .build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return JsonMapper.shared().readTree(response.body());
        }
    }

    private Map<String, Double> plainSql() throws Exception {
        var scores = new TreeMap<String, Double>();
        try (var connection = new ServerConnector(Limits.PROBE).open(gravitas.login());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select component, sum((metadata->>'inference_time_ms')::float8)
                               / sum((metadata->>'tokens_generated')::float8)
                        from system_telemetry
                        where event_type = 'THOUGHT_LATENCY' and status <> 'error' and metadata->>'definition' = 'e2e'
                        group by component""")) {
            while (rows.next()) {
                scores.put(rows.getString(1), rows.getDouble(2));
            }
        }
        assertThat(scores).hasSize(MODELS);
        return scores;
    }

    // Σ inference_time_s · 1000 / Σ tokens_generated over rows without error, straight from the file.
    private static Map<String, Double> expectedEfficiency() throws Exception {
        var sums = new TreeMap<String, List<Double>>();
        for (var line : Files.readAllLines(MEASUREMENTS).stream().skip(1).toList()) {
            var fields = line.split(",", -1);
            if (fields[6].isEmpty()) {
                var sum = sums.computeIfAbsent(fields[1], name -> new ArrayList<>(List.of(0.0, 0.0)));
                sum.set(0, sum.get(0) + Double.parseDouble(fields[5]) * 1000);
                sum.set(1, sum.get(1) + Double.parseDouble(fields[3]));
            }
        }
        var scores = new TreeMap<String, Double>();
        sums.forEach((model, sum) -> scores.put(model, sum.get(0) / sum.get(1)));
        return scores;
    }

    private static Offset<Double> relative(double score) {
        return Offset.offset(score * EXACT);
    }
}
