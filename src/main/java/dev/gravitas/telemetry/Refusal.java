package dev.gravitas.telemetry;

import java.util.Locale;

/// Why an event was never accepted. Counted under [#text].
///
/// - `NOT_FINITE`: a value or time is NaN or infinite, or too large to be told in milliseconds
/// - `NEGATIVE_TIME`, `NEGATIVE_TOKENS`: time and tokens only go up
/// - `BLANK_EVENT_TYPE`, `BLANK_MODEL`: a row without a name could never be found again
/// - `METADATA_TOO_LARGE`, `METADATA_TOO_DEEP`: above [MetadataJson#MAX_BYTES], deeper than [MetadataJson#MAX_DEPTH]
/// - `METADATA_INVALID`: cannot be told as JSON
/// - `QUEUE_FULL`: more is waiting for the database than the limits allow
/// - `CLOSED`: the logger was closed before the call
public enum Refusal {
    NOT_FINITE,
    NEGATIVE_TIME,
    NEGATIVE_TOKENS,
    BLANK_EVENT_TYPE,
    BLANK_MODEL,
    METADATA_TOO_LARGE,
    METADATA_TOO_DEEP,
    METADATA_INVALID,
    QUEUE_FULL,
    CLOSED;

    /// The word in counters and logs: the name in lower case.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
