package dev.gravitas.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gravitas.archive.ImportReport.BadRow;
import dev.gravitas.archive.ImportReport.Outcome;
import dev.gravitas.model.EventStatus;
import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.FakeImportLedger;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class RequestCsvImportTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456789Z");
    private static final Instant NOW_IN_THE_DATABASE = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final String HEADER = "request,component,prompt_tokens,tokens_generated,ttft_s,inference_time_s,error\n";

    @TempDir
    Path folder;

    private final FakeImportLedger ledger = new FakeImportLedger();
    private final TestClock clock = new TestClock(NOW);
    private final RequestCsvImport csvImport = new RequestCsvImport(ledger, clock);

    @Test
    void storesRealRequestsAndKeepsFailedOnesApart() throws Exception {
        var report = run(resource(), 59);
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.rowsStored()).isEqualTo(86);
        assertThat(report.rejected()).isEmpty();
        assertThat(report.ignoredColumns()).isEmpty();
        var failed = ledger.events().stream().filter(event -> EventStatus.isFailed(event.status())).toList();
        assertThat(failed).hasSize(8).allMatch(event -> "error".equals(event.status()));
        assertThat(ledger.events()).noneMatch(event -> String.valueOf(event.metadataJson()).contains("oken rate"));
    }

    @Test
    void tellsEveryNumberOfARow() throws Exception {
        run(csv("0,llama,550,151,0.5,1.51,\n"), 0);
        var event = only();
        assertThat(event.eventType()).isEqualTo("THOUGHT_LATENCY");
        assertThat(event.component()).isEqualTo("llama");
        assertThat(event.value()).isEqualTo(1.51 * 1000 / 151);
        assertThat(event.status()).isEqualTo("success");
        assertThat(event.timestamp()).isEqualTo(NOW_IN_THE_DATABASE);
        var metadata = new JsonMapper().readTree(event.metadataJson());
        assertThat(metadata.propertyNames()).containsExactly("model", "inference_time_ms", "tokens_generated",
                "prompt_tokens", "total_tokens", "latency_per_token_ms", "ttft_ms", "definition", "source");
        assertThat(metadata.get("inference_time_ms").doubleValue()).isEqualTo(1.51 * 1000);
        assertThat(metadata.get("ttft_ms").doubleValue()).isEqualTo(500);
        assertThat(metadata.get("definition").stringValue()).isEqualTo("e2e");
        assertThat(metadata.get("source").stringValue()).isEqualTo("import");
    }

    @Test
    void givesRowsWithoutTokensNoValue() throws Exception {
        run(csv("0,m,550,0,,1.5,\n1,m,550,0,,1.5,boom\n"), 0);
        assertThat(ledger.events()).extracting(TelemetryEvent::value).containsOnlyNulls();
        assertThat(ledger.events()).extracting(TelemetryEvent::status).containsExactly("no_tokens", "error");
        assertThat(ledger.events().getFirst().metadataJson()).doesNotContain("ttft_ms");
    }

    @Test
    void findsColumnsByNameWhateverTheFormOfTheFile() throws Exception {
        var report = run(write("\uFEFF\"error\",note,inference_time_s,Component,tokens_generated,prompt_tokens\r\n"
                + ",\"a, \"\"b\"\"\r\nc\",1.5,\" m,1 \",10.0,5\r\n\r\n,x,2,m2,10,5"), 0);
        assertThat(report.rowsStored()).isEqualTo(2);
        assertThat(report.ignoredColumns()).containsExactly("note");
        assertThat(ledger.events()).extracting(TelemetryEvent::component).containsExactly("m,1", "m2");
    }

    @Test
    void laysRowsEvenlyOverTheLastDays() throws Exception {
        run(csv(rows(2_500)), 59);
        var times = ledger.events().stream().map(TelemetryEvent::timestamp).toList();
        assertThat(times).hasSize(2_500).isSorted();
        assertThat(times.getLast()).isEqualTo(NOW_IN_THE_DATABASE);
        assertThat(times.getFirst()).isAfter(NOW.minus(Duration.ofDays(59)));
        var step = Duration.ofDays(59).dividedBy(2_500);
        for (int i = 1; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i)).toNanos())
                    .isCloseTo(step.toNanos(), within(1_000L));
        }
    }

    @Test
    void laysRowsOfHugeFilesWithoutOverflow() {
        var times = new RowTimes(NOW_IN_THE_DATABASE, 60, 3_000_000_000L);
        assertThat(times.at(0)).isAfterOrEqualTo(NOW_IN_THE_DATABASE.minus(Duration.ofDays(60)));
        assertThat(times.at(1_500_000_000L)).isBetween(NOW.minus(Duration.ofHours(721)),
                NOW.minus(Duration.ofHours(719)));
        assertThat(times.at(2_999_999_999L)).isEqualTo(NOW_IN_THE_DATABASE);
    }

    @Test
    void tellsWhatIsWrongWithBadRowsAndStoresTheOthers() throws Exception {
        var report = run(csv("0,m,550,10,,1,\n1,m,550,ten,,1,\n2,m,550,-1,,1,\n3,m,550,10,,NaN,\n4,,550,10,,1,\n"
                + "5,m,550,10,,1\n6,m,550,10,0x1p3,1,\n7,m,,10,,1,\n8,m,1.5,10,,1,\n9,m,1,10,,1e999,\n"
                + "10,m,1,10,-1,1,\n11,m,550,10,,1,\n12,m,1,1e9999,,1,\n13,m,1,10,,\u001b[31m,\n"), 0);
        assertThat(report.rowsStored()).isEqualTo(2);
        assertThat(report.rowsRejected()).isEqualTo(12);
        assertThat(report.rejected()).containsExactly(
                new BadRow(3, "tokens_generated", "ten", "is not a number"),
                new BadRow(4, "tokens_generated", "-1", "must not be negative"),
                new BadRow(5, "inference_time_s", "NaN", "is not a number"),
                new BadRow(6, "component", "", "is missing"),
                new BadRow(7, null, null, "has 6 fields, the header has 7"),
                new BadRow(8, "ttft_s", "0x1p3", "is not a number"),
                new BadRow(9, "prompt_tokens", "", "is missing"),
                new BadRow(10, "prompt_tokens", "1.5", "is not a whole number below 2^31"),
                new BadRow(11, "inference_time_s", "1e999", "is too large"),
                new BadRow(12, "ttft_s", "-1", "must not be negative"),
                new BadRow(14, "tokens_generated", "1e9999", "is not a whole number below 2^31"),
                new BadRow(15, "inference_time_s", "\\u001b[31m", "is not a number"));
    }

    @Test
    void countsAllBadRowsAndKeepsTheFirstHundred() throws Exception {
        var report = run(csv("0,m,x,10,,1,\n".repeat(3_000)), 0);
        assertThat(report.rowsRejected()).isEqualTo(3_000);
        assertThat(report.rejected()).hasSize(100);
        assertThat(ledger.events()).isEmpty();
    }

    @Test
    void addsNothingWhenTheSameContentComesAgain() throws Exception {
        var file = csv(rows(1_500));
        run(file, 59);
        clock.advance(Duration.ofDays(1));
        var again = run(Files.copy(file, folder.resolve("other name.csv")), 7);
        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_IMPORTED);
        assertThat(again.rowsStored()).isEqualTo(1_500);
        assertThat(again.rowsAdded()).isZero();
        assertThat(again.startedAt()).isEqualTo(NOW_IN_THE_DATABASE);
        assertThat(ledger.events()).hasSize(1_500);
    }

    @Test
    void goesOnWhereAnInterruptedImportStopped() throws Exception {
        var file = csv(rows(2_200) + "x,m,bad,1,,1,\n" + rows(1_300));
        for (int commits : new int[]{0, 2, 1}) {
            ledger.failAfter(commits);
            assertThatThrownBy(() -> run(file, 59)).isInstanceOf(StoreException.class);
            clock.advance(Duration.ofHours(1));
        }
        ledger.failAfter(Integer.MAX_VALUE);
        var report = run(file, 3);
        assertThat(report.rowsStoredBefore()).isEqualTo(2_999);
        assertThat(report.rowsStored()).isEqualTo(3_500);
        assertThat(report.rowsRejected()).isEqualTo(1);
        assertThat(report.rejected()).hasSize(1);
        assertThat(report.spreadDays()).isEqualTo(59);
        assertThat(ledger.largestBatch()).isEqualTo(1_000);

        var inOneGo = new FakeImportLedger();
        new RequestCsvImport(inOneGo, new TestClock(NOW)).run(file, 59, step -> {}, () -> false);
        assertThat(ledger.events()).isEqualTo(inOneGo.events());
    }

    @Test
    void stopsBetweenBatchesWhenCancelledAndGoesOnLater() throws Exception {
        var file = csv(rows(2_500));
        var asked = new AtomicInteger();
        var stopped = csvImport.run(file, 1, step -> {}, () -> asked.incrementAndGet() > 3);
        assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(stopped.rowsStored()).isEqualTo(1_000);
        var rest = run(file, 1);
        assertThat(rest.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(rest.rowsAdded()).isEqualTo(1_500);
        assertThat(ledger.events()).hasSize(2_500);
    }

    @Test
    void storesNothingWhenCancelledWhileChecking() throws Exception {
        var report = csvImport.run(csv(rows(2_500)), 1, step -> {}, () -> true);
        assertThat(report.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(report.startedAt()).isNull();
        assertThat(ledger.advances()).isZero();
    }

    @Test
    void tellsItsProgressUpToTheEnd() throws Exception {
        var steps = new ArrayList<ImportProgress.Step>();
        var file = csv(rows(2_500));
        csvImport.run(file, 1, steps::add, () -> false);
        assertThat(steps).extracting(ImportProgress.Step::rowsDone)
                .containsExactly(1_000L, 2_000L, 1_000L, 2_000L,
                        2_500L);
        assertThat(steps.getFirst().rowsTotal()).isNull();
        assertThat(steps.getLast()).isEqualTo(new ImportProgress.Step(ImportProgress.Phase.STORING, Files.size(file),
                Files.size(file), 2_500, 2_500L));
    }

    @Test
    void importsAFileOfNothingButAHeader() throws Exception {
        assertThat(run(csv(""), 5).rowsStored()).isZero();
        assertThat(run(csv(""), 5).outcome()).isEqualTo(Outcome.ALREADY_IMPORTED);
    }

    @Test
    void saysClearlyWhatIsWrongWithTheFile() throws Exception {
        fails(folder.resolve("none.csv"), "There is no file");
        fails(folder, "is a folder");
        fails(write(""), "is empty");
        fails(write("a,b\n1,2\n"), "lacks component, prompt_tokens, tokens_generated, inference_time_s, error");
        fails(write("component," + HEADER), "has the column component twice");
        fails(csv("0,m,1,1,,1,\"" + "x".repeat(2_000_000)), "perhaps a quote is never closed");
        fails(write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\n', 0}), "is not UTF-8 text: line 1 ");
        assertThatThrownBy(() -> run(csv(""), 61)).isInstanceOf(ImportException.class).hasMessageContaining("0 to 60");
        assertThat(ledger.advances()).isZero();
    }

    @Test
    void leavesOutTheRowsThatAreNotUtf8AndStoresTheOthers() throws Exception {
        var text = HEADER + rows(20_000) + "0,caf\u00E9,1,1,,1,\n0,m,1,1,,1,boom\u00E9\n0,last,1,1,,1,\n";
        var latin = text.getBytes(StandardCharsets.ISO_8859_1);
        var report = run(write(latin), 0);
        assertThat(report.rowsStored()).isEqualTo(20_001);
        assertThat(report.rejected()).containsExactly(
                new BadRow(20_002, null, null, "holds bytes that are not UTF-8 text"),
                new BadRow(20_003, null, null, "holds bytes that are not UTF-8 text"));
        assertThat(ledger.events().getLast().component()).isEqualTo("last");
    }

    @Test
    void takesAReplacementCharacterThatStandsInTheFile() throws Exception {
        run(csv("0,m\uFFFD,1,1,,1,\n"), 0);
        assertThat(only().component()).isEqualTo("m\uFFFD");
    }

    @Test
    void noticesAFileThatChangesMeanwhile() throws Exception {
        var file = csv(rows(3_000));
        assertThatThrownBy(() -> csvImport.run(file, 1, step -> append(file), () -> false))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("was changed while");
        assertThat(ledger.events()).isEmpty();
    }

    @Test
    void leavesAnImportAloneThatAnotherProcessMovesOn() throws Exception {
        var file = csv(rows(3_000));
        assertThatThrownBy(() -> csvImport.run(file, 1, step -> {
            if (step.phase() == ImportProgress.Phase.STORING && step.rowsDone() == 1_000) {
                runQuietly(file);
            }
        }, () -> false)).isInstanceOf(StoreException.class).hasMessageContaining("Another process");
        assertThat(ledger.events()).hasSize(3_000);
    }

    private ImportReport run(Path file, int days) throws ImportException, StoreException {
        return csvImport.run(file, days, step -> {}, () -> false);
    }

    private void runQuietly(Path file) {
        try {
            run(file, 1);
        } catch (ImportException | StoreException e) {
            throw new AssertionError(e);
        }
    }

    private void fails(Path file, String message) {
        assertThatThrownBy(() -> run(file, 1)).isInstanceOf(ImportException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(folder.toString());
    }

    private TelemetryEvent only() {
        assertThat(ledger.events()).hasSize(1);
        return ledger.events().getFirst();
    }

    private Path csv(String rows) throws IOException {
        return write(HEADER + rows);
    }

    private Path write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("requests.csv"), bytes);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i + ",m" + i % 7 + ",550," + (i % 100 + 1) + ",0.5,1.5,\n")
                .collect(Collectors.joining());
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, Files.readString(file) + "9,m,1,1,,1,\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path resource() throws URISyntaxException {
        var url = RequestCsvImportTest.class.getResource("requests.csv");
        return Path.of(Objects.requireNonNull(url).toURI());
    }
}
