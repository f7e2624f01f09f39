package dev.gravitas.app;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.SchemaVersion;
import dev.gravitas.store.Database;
import dev.gravitas.store.EventWriter;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.Retention;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.store.UpkeepNotes;

/// A database together with everything that has to be closed after it: its server, supervisor and timers.
record OpenDatabase(Database database, Lifecycle lifecycle) implements Database {
    @Override
    public EventWriter writer() {
        return database.writer();
    }

    @Override
    public TelemetryQueries queries() {
        return database.queries();
    }

    @Override
    public ImportLedger imports() {
        return database.imports();
    }

    @Override
    public Retention retention() {
        return database.retention();
    }

    @Override
    public UpkeepNotes notes() {
        return database.notes();
    }

    @Override
    public SchemaVersion schema() throws StoreException {
        return database.schema();
    }

    @Override
    public DatabaseStatus status() {
        return database.status();
    }

    @Override
    public DatabaseStatus check() {
        return database.check();
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}
