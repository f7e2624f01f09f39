package dev.gravitas.store.postgres;

import dev.gravitas.model.TelemetryEvent;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Events in the text format of `COPY … FROM STDIN`, columns as `copy_events.sql` names them.
final class CopyText {
    private static final String NULL = "\\N";
    private static final int USUAL_ROW_CHARACTERS = 400;

    private final String host;

    /// @param host label of this console, goes with every row
    CopyText(String host) {
        this.host = escaped(StorableText.of(host));
    }

    byte[] rows(List<TelemetryEvent> events) {
        StringBuilder out = new StringBuilder(events.size() * USUAL_ROW_CHARACTERS);
        for (TelemetryEvent event : events) {
            appendRow(out, event);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The time as it will be stored. Cut, because PostgreSQL would round up, at midnight into another day.
    static Instant stored(Instant timestamp) {
        return timestamp.truncatedTo(ChronoUnit.MICROS);
    }

    private void appendRow(StringBuilder out, TelemetryEvent event) {
        @Nullable
        String metadata = event.metadataJson();
        @Nullable
        Double value = event.value();
        out.append(text(event.eventType())).append('\t');
        out.append(text(event.component())).append('\t');
        out.append(value == null ? NULL : value.toString()).append('\t');
        out.append(metadata == null ? NULL : escaped(StorableText.ofJson(metadata))).append('\t');
        out.append(text(event.status())).append('\t');
        out.append(stored(event.timestamp())).append('\t');
        out.append(host).append('\n');
    }

    private static String text(@Nullable String text) {
        return text == null ? NULL : escaped(StorableText.of(text));
    }

    private static String escaped(String text) {
        if (text.chars().noneMatch(c -> c == '\\' || c == '\t' || c == '\n' || c == '\r')) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
}
