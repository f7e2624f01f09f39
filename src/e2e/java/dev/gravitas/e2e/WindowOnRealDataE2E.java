package dev.gravitas.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gravitas.archive.RequestCsvImport;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.testing.KeptPreferences;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.SampleHelp;
import dev.gravitas.testing.SampleSettings;
import dev.gravitas.testing.SupervisedDatabase;
import dev.gravitas.ui.efficiency.EfficiencyRow;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.imports.ImportPort;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.ConsoleWindow;
import dev.gravitas.ui.shell.Page;
import dev.gravitas.ui.shell.Toolkit;
import dev.gravitas.ui.shell.WindowPorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.TableView;

/// The real window over a real database that holds the real measurements.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowOnRealDataE2E {
    private static final Path MEASUREMENTS = Path.of("src/test/resources/dev/gravitas/llmperf-requests.csv");
    private static final Duration FIRST_FIGURES = Duration.ofSeconds(60);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService work = Executors.newFixedThreadPool(6);
    private final Toolkit toolkit = new Toolkit();
    private SupervisedDatabase server;
    private ConsoleWindow window;

    @BeforeAll
    void open() throws Exception {
        var clock = Clock.systemUTC();
        server = new SupervisedDatabase(clock);
        new RequestCsvImport(server.database().imports(), clock).run(MEASUREMENTS, 59, _ -> {}, () -> false);
        var ports = new WindowPorts(server.database().queries(), server.database().notes(),
                () -> new ConsoleStatus(ConsoleStatus.Role.RECORDER, server.database().status(), null, null),
                new SampleGpus(), () -> "here", (_, _, _, _) -> new ImportPort.Outcome.Cancelled(0), work, timer, clock,
                new SampleSettings(), new KeptPreferences(), new SampleHelp(), (_, _, _) -> {}, () -> {});
        window = toolkit.start(() -> {
            var opened = new ConsoleWindow(ports, new ConsoleWindow.Look(Page.EFFICIENCY, ThemeChoice.LIGHT,
                    WindowChoice.Rolling.SIXTY_DAYS, 1280, 800));
            opened.show();
            return opened;
        }).toCompletableFuture().get(60, TimeUnit.SECONDS);
        await().atMost(FIRST_FIGURES).until(() -> rows().size() == 13);
    }

    @AfterAll
    void close() {
        toolkit.run(window::close);
        timer.shutdownNow();
        work.shutdownNow();
        server.close();
    }

    @Test
    void showsTheNumbersOfPlainSqlInItsTable() throws Exception {
        var expected = new TreeMap<String, String>();
        for (var line : server
                .column("""
                        select component || '=' || to_char(sum((metadata->>'inference_time_ms')::float8)
                               / sum((metadata->>'tokens_generated')::float8), 'FM999990.00')
                        from system_telemetry where status <> 'error' and metadata->>'definition' = 'e2e' group by component""")) {
            expected.put(line.split("=")[0], line.split("=")[1]);
        }
        var shown = new TreeMap<String, String>();
        rows().stream()
                .filter(row -> expected.containsKey(row.model().name()))
                .forEach(row -> shown.put(row.model().name(), row.msPerToken()));
        assertThat(shown).hasSize(13).isEqualTo(expected);
    }

    @Test
    void showsARowOfPlainSqlWithinFiveSeconds() throws Exception {
        server.column("""
                insert into system_telemetry (event_type, component, value, metadata)
                values ('THOUGHT_LATENCY', 'plain/sql', 12.5, '{"tokens_generated": 200}') returning event_type""");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> rows().stream()
                        .anyMatch(row -> row.model().name().equals("plain/sql") && row.msPerToken().equals("12.50")));
    }

    private List<EfficiencyRow> rows() throws Exception {
        return onToolkit(() -> {
            @SuppressWarnings("unchecked")
            var table = (TableView<EfficiencyRow>) window.stage().getScene().lookup("#table");
            return table == null ? List.<EfficiencyRow>of() : List.copyOf(table.getItems());
        });
    }

    private static <T> T onToolkit(Callable<T> question) throws Exception {
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(30, TimeUnit.SECONDS);
    }
}
