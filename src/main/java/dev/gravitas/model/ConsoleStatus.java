package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

/// The console about itself.
///
/// @param role what this process is on its data folder
/// @param counters of the recording logger, null in a process that does not record
/// @param endpointUrl of the running endpoint, null where none runs
/// @param demo whether nothing that it shows is real
public record ConsoleStatus(Role role, DatabaseStatus database, @Nullable LoggerCounters counters,
        @Nullable String endpointUrl, boolean demo) {

    /// Of a console that shows what is real.
    public ConsoleStatus(Role role, DatabaseStatus database, @Nullable LoggerCounters counters,
            @Nullable String endpointUrl) {
        this(role, database, counters, endpointUrl, false);
    }

    /// RECORDER holds the data folder (window or headless), VIEWER is a window beside a recorder.
    public enum Role {
        RECORDER, VIEWER
    }
}
