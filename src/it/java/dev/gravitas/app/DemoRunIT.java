package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.DatabaseSettings;
import dev.gravitas.config.Settings;
import dev.gravitas.config.SettingsLoader;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

class DemoRunIT {
    private static final Clock CLOCK = Clock.systemUTC();
    /// A quarter of the real history, which has one lockout of each kind.
    private static final int DAYS = 14;

    @TempDir
    private Path parent;

    @Test
    void runsAWholeConsoleOnNothingRealAndLeavesNothingBehind() throws Exception {
        int code = new DemoRun(parent, CLOCK, DemoRunIT::settings, () -> {}, DAYS).run(42, _ -> {}, folder -> {
            play(folder);
            return 7;
        });
        assertThat(code).isEqualTo(7);
        assertThat(parent).isEmptyDirectory();
    }

    private static Settings settings(DataFolder folder) {
        try {
            return new SettingsLoader(folder, Map.of()).load();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void play(DataFolder folder) {
        assertThat(settings(folder).database()).isInstanceOf(DatabaseSettings.Embedded.class);
        try (var console = new Console(folder, settings(folder), ConsoleStatus.Role.RECORDER, CLOCK)) {
            console.start(_ -> {});
            var queries = console.database().queries();
            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> trends(queries) == 13);
            showsItsHistory(queries);
            long before = rows(queries);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> rows(queries) > before);
            assertThat(console.status().demo()).isTrue();
            assertThat(answer(folder, console.endpointUrl().orElseThrow())).startsWith("{\"demo\":true,");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void showsItsHistory(TelemetryQueries queries) throws StoreException {
        var window = TimeWindow.last(Duration.ofDays(60), CLOCK.instant());
        assertThat(queries.efficiency(EfficiencyQuery.of(window)).models()).hasSize(13);
        var vram = queries.vram(window);
        // The console watches the same GPUs meanwhile, under the same label.
        assertThat(vram.lines()).hasSize(3).allSatisfy(line -> assertThat(line.slices()).hasSizeGreaterThan(300));
        assertThat(vram.lockouts()).filteredOn(lockout -> lockout.ended() != null).hasSize(2);
        assertThat(vram.loads()).hasSize(500);
    }

    private static int trends(TelemetryQueries queries) throws StoreException {
        return queries.sixtyDays().trends().size();
    }

    private static long rows(TelemetryQueries queries) throws StoreException {
        return queries.storedRows().thought();
    }

    private static String answer(DataFolder folder, String url) throws IOException, InterruptedException {
        var token = Files.readString(folder.root().resolve("endpoint.token")).strip();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url + "/telemetry/footprint"))
                    .header("Authorization", "Bearer " + token)
                    .build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
