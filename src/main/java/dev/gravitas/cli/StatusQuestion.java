package dev.gravitas.cli;

import dev.gravitas.config.DataFolder;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.report.SpoolDocument;
import dev.gravitas.report.StatusDocument;
import dev.gravitas.report.StatusDocument.Stored;
import dev.gravitas.store.Database;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;

/// How the console on a data folder fares, asked of everybody who knows. Blocks.
///
/// @param recorder who records now, empty for nobody
public record StatusQuestion(Backstage backstage, DataFolder folder, Optional<Backstage.Recorder> recorder) {
    /// @throws StoreException when the database does not answer, see [#without]
    public StatusDocument of(Database database) throws IOException, StoreException {
        var queries = database.queries();
        return document(database.check(),
                new Stored(queries.storedRows(), queries.footprint().databaseBytes(), queries.upkeep()));
    }

    /// All but what the database knows.
    ///
    /// @param failure why it could not be asked
    public StatusDocument without(StoreException failure) throws IOException {
        var message = failure.getMessage();
        return document(new DatabaseStatus(DatabaseStatus.State.UNAVAILABLE,
                message == null ? "no reason given" : message, null, "none"), null);
    }

    private StatusDocument document(DatabaseStatus database, @Nullable Stored stored) throws IOException {
        var logger = recorder.flatMap(Backstage.Recorder::logger).orElse(null);
        var spool = logger != null
                ? logger.spool()
                : backstage.leftSpool(folder).map(SpoolDocument::of).orElse(null);
        return StatusDocument.of(recorder.map(Backstage.Recorder::role).orElse(StatusDocument.Role.NONE), database,
                stored, logger, backstage.programs(folder), spool,
                recorder.flatMap(Backstage.Recorder::endpointUrl).orElse(null), folder.root(), ProductVersion.text());
    }
}
