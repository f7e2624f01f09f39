package dev.gravitas.store;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.SchemaVersion;

/// A database that is open: its ports and its state. Closing it gives every connection back and, for an embedded server
/// that nobody else uses, stops it. Thread-safe.
public interface Database extends AutoCloseable {
    EventWriter writer();

    TelemetryQueries queries();

    ImportLedger imports();

    Retention retention();

    UpkeepNotes notes();

    /// The version of its tables; blocks within the store's time limits.
    SchemaVersion schema() throws StoreException;

    /// What was last found out; never blocks.
    DatabaseStatus status();

    /// Asks the server once; blocks within the store's time limits.
    DatabaseStatus check();

    @Override
    void close();
}
