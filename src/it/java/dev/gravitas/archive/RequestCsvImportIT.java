package dev.gravitas.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.archive.ImportReport.Outcome;
import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import dev.gravitas.testing.SupervisedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class RequestCsvImportIT {
    @TempDir
    Path folder;

    @Test
    void storesEachRowOnceHoweverOftenItIsInterrupted() throws Exception {
        var file = Files.writeString(folder.resolve("requests.csv"), IntStream.range(0, 3_500)
                .mapToObj(i -> i % 500 + ",m" + i + ",550,10,0.5,1.5," + (i % 10 == 0 ? "boom" : "") + "\n")
                .collect(Collectors.joining("",
                        "request,component,prompt_tokens,tokens_generated,ttft_s,inference_time_s,error\n", "")));
        try (var server = new SupervisedDatabase(Clock.systemUTC())) {
            for (boolean committed : new boolean[]{false, true}) {
                var broken = new BreakingLedger(server.database().imports(), committed);
                assertThatThrownBy(() -> run(broken, file)).isInstanceOf(StoreException.class);
            }
            var report = run(server.database().imports(), file);
            assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
            assertThat(report.rowsStoredBefore()).isEqualTo(3_000);
            assertThat(run(server.database().imports(), file).outcome()).isEqualTo(Outcome.ALREADY_IMPORTED);
            assertThat(server.column("SELECT component FROM system_telemetry")).hasSize(3_500).doesNotHaveDuplicates();
            var rows = server.database().queries().storedRows();
            assertThat(rows.ranked()).isEqualTo(3_150);
            assertThat(rows.notRanked()).isEqualTo(350);
            assertThat(server.column("SELECT count(*) FROM system_telemetry WHERE timestamp > now() "
                    + "OR timestamp < now() - interval '59 days 10 minutes'")).containsExactly("0");
        }
    }

    private static ImportReport run(ImportLedger ledger, Path file) throws ImportException, StoreException {
        return new RequestCsvImport(ledger, Clock.systemUTC()).run(file, 59, step -> {}, () -> false);
    }

    /// Breaks at its second commit: before it, or after it with the answer lost.
    private static final class BreakingLedger implements ImportLedger {
        private final ImportLedger ledger;
        private final boolean committed;
        private int commits;

        BreakingLedger(ImportLedger ledger, boolean committed) {
            this.ledger = ledger;
            this.committed = committed;
        }

        @Override
        public Entry begin(String contentSha256, Instant startedAt, int spreadDays) throws StoreException {
            return ledger.begin(contentSha256, startedAt, spreadDays);
        }

        @Override
        public Entry advance(Entry entry, List<TelemetryEvent> events, long rowsRead, long rowsStored,
                boolean finished) throws StoreException {
            boolean breaks = ++commits == 2;
            if (breaks && !committed) {
                throw new StoreException(Kind.UNAVAILABLE, "planted");
            }
            var next = ledger.advance(entry, events, rowsRead, rowsStored, finished);
            if (breaks) {
                throw new StoreException(Kind.UNAVAILABLE, "planted");
            }
            return next;
        }
    }
}
