package dev.gravitas.store.postgres;

import dev.gravitas.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/// A binary copy of events that is made as far as it is read.
final class CopyStream extends InputStream {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int COLUMNS = 7;
    private static final int END = -1;
    /// As PostgreSQL sends it before the text of a jsonb.
    private static final int JSONB_VERSION = 1;
    /// PostgreSQL counts from the year 2000.
    private static final long EPOCH_SECONDS = 946_684_800;
    /// Further than PostgreSQL's calendar goes, and not yet infinity: it refuses such a time.
    private static final long OUT_OF_RANGE_MICROS = Long.MAX_VALUE - 1;

    private final Iterator<TelemetryEvent> events;
    private final String host;
    private final CopyBuffer made = new CopyBuffer();
    private boolean ended;

    CopyStream(List<TelemetryEvent> events, String host) {
        this.events = events.iterator();
        this.host = host;
        made.bytes(SIGNATURE);
        // No flags, no extension of the header.
        made.int4(0);
        made.int4(0);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        while (made.size() < length && !ended) {
            if (events.hasNext()) {
                row(events.next());
            } else {
                made.int2(END);
                ended = true;
            }
        }
        return length == 0 || made.size() > 0 ? made.take(into, offset, length) : -1;
    }

    private void row(TelemetryEvent event) {
        made.int2(COLUMNS);
        made.text(StorableText.of(event.eventType()));
        textOrNull(event.component());
        valueOrNull(event.value());
        jsonOrNull(event.metadataJson());
        textOrNull(event.status());
        made.int4(Long.BYTES);
        made.int8(micros(event.timestamp()));
        made.text(host);
    }

    private void textOrNull(@Nullable String text) {
        if (text == null) {
            made.nothing();
        } else {
            made.text(StorableText.of(text));
        }
    }

    private void valueOrNull(@Nullable Double value) {
        if (value == null) {
            made.nothing();
        } else {
            made.int4(Double.BYTES);
            made.int8(Double.doubleToLongBits(value));
        }
    }

    private void jsonOrNull(@Nullable String json) {
        if (json == null) {
            made.nothing();
        } else {
            made.text(JSONB_VERSION, StorableText.ofJson(json));
        }
    }

    /// Cut, because PostgreSQL would round up, at midnight into another day.
    private static long micros(Instant time) {
        long seconds = time.getEpochSecond() - EPOCH_SECONDS;
        long limit = OUT_OF_RANGE_MICROS / 1_000_000;
        if (seconds >= limit || seconds <= -limit) {
            return seconds > 0 ? OUT_OF_RANGE_MICROS : -OUT_OF_RANGE_MICROS;
        }
        return seconds * 1_000_000 + time.getNano() / 1_000;
    }
}
