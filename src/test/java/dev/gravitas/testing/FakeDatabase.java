package dev.gravitas.testing;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.SchemaVersion;
import dev.gravitas.store.Database;
import dev.gravitas.store.EventWriter;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.Retention;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.store.UpkeepNotes;

/// A database that can only be asked and closed.
public record FakeDatabase(TelemetryQueries queries, Runnable closing) implements Database {
    public FakeDatabase(TelemetryQueries queries) {
        this(queries, () -> {});
    }

    @Override
    public EventWriter writer() {
        throw new AssertionError("writer");
    }

    @Override
    public ImportLedger imports() {
        throw new AssertionError("imports");
    }

    @Override
    public Retention retention() {
        throw new AssertionError("retention");
    }

    @Override
    public UpkeepNotes notes() {
        throw new AssertionError("notes");
    }

    @Override
    public SchemaVersion schema() {
        return new SchemaVersion(3, 3);
    }

    @Override
    public DatabaseStatus status() {
        throw new AssertionError("status");
    }

    @Override
    public DatabaseStatus check() {
        throw new AssertionError("check");
    }

    @Override
    public void close() {
        closing.run();
    }
}
