package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

/// The console about itself.
///
/// @param role what this process is on its data folder
/// @param counters of the recording logger, null in a process that does not record
/// @param endpointUrl of the running endpoint, null where none runs
public record ConsoleStatus(Role role, DatabaseStatus database, @Nullable LoggerCounters counters,
        @Nullable String endpointUrl) {

    /// RECORDER holds the data folder (window or headless), VIEWER is a window beside a recorder.
    public enum Role {
        RECORDER, VIEWER
    }
}
