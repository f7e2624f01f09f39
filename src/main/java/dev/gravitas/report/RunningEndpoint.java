package dev.gravitas.report;

import java.time.Instant;
import java.util.Objects;

/// Where an endpoint runs, as `endpoint.json` in the data folder says it.
///
/// @param url its root, without a slash at the end
/// @param pid the process that serves it
public record RunningEndpoint(String url, long pid, Instant startedAt) implements Document {
    public RunningEndpoint {
        Objects.requireNonNull(url, "url");
    }
}
