package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.model.SpoolStatus;
import dev.gravitas.telemetry.spool.FolderSpool;
import dev.gravitas.telemetry.spool.SpoolLimits;
import dev.gravitas.telemetry.spool.SpoolSurvey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/// Opens the spool of a data folder. A folder that cannot be used now stops nobody: the spool tries again by itself.
final class SpoolOpener {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolOpener.class);
    /// Where SQLite unpacks its library; elsewhere it would take a folder that other users can write to.
    private static final String LIBRARY_FOLDER = "org.sqlite.tmpdir";

    private final DataFolder folder;
    private final Clock clock;

    SpoolOpener(DataFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// What was left behind, for one who only looks.
    Optional<SpoolStatus> survey() throws IOException {
        unpackIntoOwnFolder();
        return new SpoolSurvey(folder.spool()).look();
    }

    FolderSpool open() {
        try {
            unpackIntoOwnFolder();
            OwnerOnlyFolder.make(folder.spool());
        } catch (IOException e) {
            LOG.warn("The folder of the spool cannot be made: {}", e.getMessage());
        }
        return FolderSpool.open(folder.spool(), SpoolLimits.DEFAULT, clock);
    }

    private void unpackIntoOwnFolder() throws IOException {
        OwnerOnlyFolder.make(folder.cache());
        System.setProperty(LIBRARY_FOLDER, folder.cache().toString());
    }
}
