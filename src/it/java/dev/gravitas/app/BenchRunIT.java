package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.bench.BenchPlan;
import dev.gravitas.bench.DiskCheck;
import dev.gravitas.report.BenchDocument;
import dev.gravitas.report.BenchDocument.Operation;
import dev.gravitas.report.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;

class BenchRunIT {
    private static final BenchPlan SMALL = new BenchPlan(4_000, 1_000, 1, 5, 2, Duration.ofSeconds(1), 2);

    @TempDir
    Path parent;

    @Test
    void measuresEverythingAndLeavesNothingBehind() throws Exception {
        var told = new ArrayList<String>();
        var document = new BenchRun(parent, new DiskCheck(_ -> DiskCheck.NEEDED_BYTES), Clock.systemUTC())
                .run(SMALL, told::add)
                .orElseThrow();
        assertThat(parent).isEmptyDirectory();
        assertThat(told).hasSizeGreaterThan(5);
        assertThat(document.results()).extracting(Operation::operation)
                .containsExactly("log", "aggregate_24h", "aggregate_24h_quantiles", "statistics_60day",
                        "footprint", "prune_day");
        assertThat(document.results()).allSatisfy(operation -> {
            assertThat(operation.medianMs()).isPositive();
            assertThat(operation.p99Ms()).isPositive();
            assertThat(operation.naiveMedianMs()).isPositive();
        });
        hasRates(document);
        assertThat(JsonText.pretty(document)).contains("\"operation\"", "\"rows\"", "\"median_ms\"", "\"p99_ms\"",
                "\"naive_median_ms\"", "\"p99_ms_under_ingest\"", "\"ingest_events_per_s\"", "\"copy_events_per_s\"",
                "\"bare_copy_events_per_s\"", "\"bytes_per_row\"", "\"log_call_median_us\"", "\"postgresql\"");
    }

    private static void hasRates(BenchDocument document) {
        assertThat(document.rows()).isEqualTo(4_000);
        assertThat(document.ingestEventsPerS()).isPositive();
        assertThat(document.copyEventsPerS()).isPositive();
        assertThat(document.bareCopyEventsPerS()).isPositive();
        assertThat(document.bytesPerRow()).isGreaterThan(200);
        assertThat(document.rates()).extracting(BenchDocument.Rate::name)
                .containsExactly("logger", "copy", "bare_copy");
    }

    @Test
    void refusesADiskWithTooLittleRoom() throws Exception {
        var bench = new BenchRun(parent, new DiskCheck(_ -> DiskCheck.NEEDED_BYTES - 1), Clock.systemUTC());
        assertThatThrownBy(() -> bench.run(SMALL, _ -> {})).isInstanceOf(FileSystemException.class)
                .hasMessageContaining("needs 10 GB of free disk")
                .hasMessageContaining("9.9 GB are free");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void leavesNothingBehindWhenItFails() throws Exception {
        var bench = new BenchRun(parent, new DiskCheck(_ -> DiskCheck.NEEDED_BYTES), Clock.systemUTC());
        assertThatThrownBy(() -> bench.run(SMALL, line -> {
            if (line.startsWith("Asking")) {
                throw new IllegalStateException("enough");
            }
        })).hasMessage("enough");
        assertThat(parent).isEmptyDirectory();
    }
}
