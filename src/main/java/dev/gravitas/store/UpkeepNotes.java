package dev.gravitas.store;

/// What was looked after, kept in the database so that all consoles on it know; [TelemetryQueries#upkeep] reads it. Thread-safe.
@FunctionalInterface
public interface UpkeepNotes {
    /// Puts the present in place of what was known of the task. Blocks within the store's time limits.
    void write(String task, String detail) throws StoreException;
}
