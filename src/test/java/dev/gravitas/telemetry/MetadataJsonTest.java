package dev.gravitas.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

class MetadataJsonTest {
    @Test
    void tellsValuesOfEveryKind() throws Exception {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("text", "a\"\\\n😀");
        map.put("numbers", List.of(1, 2L, 0.5, 0.1f, new BigDecimal("1E+3"), new AtomicLong(7)));
        map.put("array", new int[]{1, 2});
        map.put("objects", new Object[]{true, "x"});
        map.put("nothing", null);
        map.put("time", Instant.EPOCH);
        map.put("day", DayOfWeek.MONDAY);
        assertThat(MetadataJson.of(map)).isEqualTo("{\"text\":\"a\\\"\\\\\\n😀\",\"numbers\":[1,2,0.5,0.1,1E+3,7],"
                + "\"array\":[1,2],\"objects\":[true,\"x\"],\"nothing\":null,\"time\":\"1970-01-01T00:00:00Z\","
                + "\"day\":\"MONDAY\"}");
        assertThat(MetadataJson.of((Map<String, ?>) null)).isNull();
    }

    @Test
    void neverWritesNumbersThatJsonDoesNotKnow() throws Exception {
        var json = MetadataJson.of(Map.of("a", List.of(Double.NaN, Float.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
                "b", new double[]{Double.NaN}));
        var tree = new JsonMapper().readTree(json);
        assertThat(tree.get("a")).allMatch(node -> node.isNull());
        assertThat(tree.get("b")).allMatch(node -> node.isNull());
    }

    @Test
    void takesSixtyFourKibibytesAndNotAByteMore() throws Exception {
        int frame = "{\"k\":\"\"}".length();
        int room = MetadataJson.MAX_BYTES - frame;
        assertThat(MetadataJson.of(Map.of("k", "x".repeat(room)))).hasSize(MetadataJson.MAX_BYTES);
        assertThat(refusal(Map.of("k", "x".repeat(room + 1)))).isEqualTo(Refusal.METADATA_TOO_LARGE);
        assertThat(MetadataJson.of(Map.of("k", "é".repeat(room / 2)))).isNotNull();
        assertThat(refusal(Map.of("k", "é".repeat(room / 2 + 1)))).isEqualTo(Refusal.METADATA_TOO_LARGE);
        assertThat(refusal(Map.of("k", "😀".repeat(room / 4 + 1)))).isEqualTo(Refusal.METADATA_TOO_LARGE);
        assertThat(refusal(Map.of("k", Collections.nCopies(Integer.MAX_VALUE, "endless"))))
                .isEqualTo(Refusal.METADATA_TOO_LARGE);
    }

    @Test
    void takesThirtyTwoLevelsAndNotOneMore() throws Exception {
        assertThat(MetadataJson.of(nested(32))).isNotNull();
        assertThat(refusal(nested(33))).isEqualTo(Refusal.METADATA_TOO_DEEP);
        var cycle = new HashMap<String, Object>();
        cycle.put("me", cycle);
        assertThat(refusal(cycle)).isEqualTo(Refusal.METADATA_TOO_DEEP);
    }

    @Test
    void refusesWhatCannotBeTold() {
        assertThat(refusal(Map.of("o", new Node()))).isEqualTo(Refusal.METADATA_INVALID);
        assertThat(refusal(Map.of("o", new byte[]{1}))).isEqualTo(Refusal.METADATA_INVALID);
        assertThat(refusal(Map.of("o", new ArrayList<Object>() {
            @Override
            public java.util.Iterator<Object> iterator() {
                throw new IllegalStateException("planted");
            }
        }))).isEqualTo(Refusal.METADATA_INVALID);
    }

    private static Map<String, ?> nested(int depth) {
        Map<String, Object> map = Map.of("end", 1);
        for (int i = 1; i < depth; i++) {
            map = Map.of("k", map);
        }
        return map;
    }

    private static Refusal refusal(Map<String, ?> metadata) {
        return catchThrowableOfType(RefusedException.class, () -> MetadataJson.of(metadata)).reason();
    }

    /// Refers to itself for ever.
    public static final class Node {
        public Node getNext() {
            return this;
        }
    }
}
