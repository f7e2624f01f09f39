package dev.gravitas.store.postgres;

import dev.gravitas.model.TelemetryEvent;

import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Events in the binary format of `COPY … FROM STDIN`, columns as `copy_events.sql` names them. Binary, because the server
/// then need not read figures and times from text.
final class CopyRows {
    private final String host;

    /// @param host label of this console, goes with every row
    CopyRows(String host) {
        this.host = StorableText.of(host);
    }

    /// The rows, made while they are read: so the server stores the first ones while the next are made.
    InputStream stream(List<TelemetryEvent> events) {
        return new CopyStream(events, host);
    }

    /// The time as it will be stored, cut to what PostgreSQL keeps.
    static Instant stored(Instant timestamp) {
        return timestamp.truncatedTo(ChronoUnit.MICROS);
    }
}
