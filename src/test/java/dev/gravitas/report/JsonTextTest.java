package dev.gravitas.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class JsonTextTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void writesNullForWhatIsNotANumber() {
        assertThat(JsonText.compact(ranking(Double.NaN))).contains("\"efficiency_score\":null");
        assertThat(JsonText.compact(ranking(Double.POSITIVE_INFINITY))).contains("\"efficiency_score\":null");
        assertThat(JsonText.compact(ranking(Double.NEGATIVE_INFINITY))).contains("\"efficiency_score\":null");
    }

    @Test
    void writesEveryDigit() {
        assertThat(JsonText.compact(ranking(1.0 / 3))).contains("\"efficiency_score\":" + 1.0 / 3);
        assertThat(JsonText.compact(ranking(Math.nextUp(0.1)))).contains("\"efficiency_score\":" + Math.nextUp(0.1));
    }

    @Test
    void escapesHostileNames() {
        var document = new FootprintDocument(NOON, List.of(), Map.of("a\"\r\n\u0000</script>", 1L),
                List.of(), null, null, 0);
        assertThat(JsonText.compact(document)).contains("\"a\\\"\\r\\n\\u0000</script>\":1").doesNotContain("\n");
    }

    @Test
    void indentsForPeople() {
        assertThat(JsonText.pretty(new ErrorDocument("not_found"))).isEqualTo("{\n  \"error\" : \"not_found\"\n}");
    }

    @Test
    void labelsADocumentOfADemoAndChangesNothingElse() {
        var plain = ranking(1.0 / 3);
        assertThat(JsonText.compact(DemoDocument.of(plain, true)))
                .isEqualTo("{\"demo\":true," + JsonText.compact(plain).substring(1));
        assertThat(JsonText.pretty(DemoDocument.of(plain, true)))
                .isEqualTo("{\n  \"demo\" : true," + JsonText.pretty(plain).substring(1));
        assertThat(DemoDocument.of(plain, false)).isSameAs(plain);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        var running = new RunningEndpoint("http://127.0.0.1:8417", 12, NOON);
        assertThat(JsonText.compact(running))
                .isEqualTo("{\"url\":\"http://127.0.0.1:8417\",\"pid\":12,\"started_at\":\"2026-11-23T12:00:00Z\"}");
        assertThat(JsonText.read(JsonText.pretty(running), RunningEndpoint.class)).isEqualTo(running);
    }

    @Test
    void passesOverKeysOfANewerVersion() throws IOException {
        assertThat(JsonText.read("{\"error\":\"busy\",\"more\":[1]}", ErrorDocument.class))
                .isEqualTo(new ErrorDocument("busy"));
    }

    @Test
    void refusesTornAndIncompleteText() {
        for (var text : List.of("", "{", "[]", "{\"url\":\"x\",\"pid\":1}", "{\"url\":\"x\",\"started_at\":\"" + NOON
                + "\"}", "{\"url\":null,\"pid\":1,\"started_at\":\"" + NOON + "\"}")) {
            assertThatThrownBy(() -> JsonText.read(text, RunningEndpoint.class), "%s", text)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("RunningEndpoint");
        }
    }

    private static RankingDocument ranking(double score) {
        return new RankingDocument(NOON, new RankingDocument.Window(NOON, NOON), null, score, 0, 0, 0, 0.015, List.of(),
                List.of());
    }
}
