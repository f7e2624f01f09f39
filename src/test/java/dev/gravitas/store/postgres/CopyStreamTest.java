package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class CopyStreamTest {
    private static final Instant NOON = Instant.parse("2000-01-01T12:00:00.123456789Z");

    @Test
    void makesTheSameBytesHoweverTheyAreRead() throws Exception {
        List<TelemetryEvent> events = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            events.add(event("größe 😀 " + i, "{\"note\": \"" + "x".repeat(i * 10) + "\"}", NOON.plusSeconds(i)));
        }
        byte[] whole = stream(events).readAllBytes();
        assertThat(read(stream(events), 7)).isEqualTo(whole);
        assertThat(read(stream(events), 1 << 20)).isEqualTo(whole);
        assertThat(whole).startsWith('P', 'G', 'C', 'O', 'P', 'Y').endsWith(0xFF, 0xFF);
    }

    @Test
    void endsAtOnceWithoutEvents() throws Exception {
        assertThat(stream(List.of()).readAllBytes()).hasSize(11 + 8 + 2);
    }

    @Test
    void cutsTimesToMicrosecondsAndKeepsThemFromBecomingInfinite() throws Exception {
        assertThat(microsOf(NOON)).isEqualTo(12 * 3_600_000_000L + 123_456);
        assertThat(microsOf(Instant.parse("1999-12-31T23:59:59.999999999Z"))).isEqualTo(-1);
        assertThat(microsOf(Instant.MAX)).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(microsOf(Instant.MIN)).isEqualTo(-Long.MAX_VALUE + 1);
    }

    private static long microsOf(Instant time) throws Exception {
        byte[] bytes = stream(List.of(event(null, null, time))).readAllBytes();
        // Before the host's text and the end.
        return ByteBuffer.wrap(bytes).getLong(bytes.length - 2 - 4 - "h".length() - Long.BYTES);
    }

    private static TelemetryEvent event(@Nullable String component, @Nullable String metadata, Instant time) {
        return new TelemetryEvent("X", component, 1.5, metadata, null, time);
    }

    private static InputStream stream(List<TelemetryEvent> events) {
        return new CopyRows("h").stream(events);
    }

    private static byte[] read(InputStream stream, int piece) throws Exception {
        var bytes = new ByteArrayOutputStream();
        byte[] part = new byte[piece];
        for (int count = stream.read(part); count >= 0; count = stream.read(part)) {
            bytes.write(part, 0, count);
        }
        return bytes.toByteArray();
    }
}
