package dev.gravitas.report;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.UpkeepRecord;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// `gravitas status --json`. Row counts are null while the database cannot tell them.
///
/// @param state `recording` or `idle` (nobody records) over a database that is ready; otherwise the database's own state:
///   `starting`, `unsafe`, `unavailable`
/// @param role who holds the data folder: `none`, `window`, `serve`, or `unknown` for one that does not say
/// @param rowsThought is `rowsRanked` + `rowsNotRanked`
/// @param logger counts of the recording logger, null when nobody records
/// @param upkeep what the store's upkeep did last, by task; null while the database cannot tell it
/// @param programs that embed the sensor and run now, with the counts of their loggers
/// @param spool what waits on the disk for the database: the recorder's, or what was left behind; null when there is none
public record StatusDocument(String state, String role, @Nullable Long rowsStored, @Nullable Long rowsThought,
        @Nullable Long rowsRanked, @Nullable Long rowsNotRanked, @Nullable Instant newestRecord, Database database,
        @Nullable List<UpkeepRecord> upkeep, @Nullable LoggerDocument logger, List<RecorderDocument> programs,
        @Nullable SpoolDocument spool, @Nullable Endpoint endpoint, String dataFolder,
        String version) implements Document {

    public StatusDocument {
        upkeep = upkeep == null ? null : List.copyOf(upkeep);
        programs = List.copyOf(programs);
    }

    /// Who holds the data folder.
    public enum Role {
        NONE, WINDOW, SERVE, UNKNOWN
    }

    /// What the database answered.
    ///
    /// @param databaseBytes its size
    public record Stored(StoredRows rows, long databaseBytes, List<UpkeepRecord> upkeep) {
        public Stored {
            upkeep = List.copyOf(upkeep);
        }
    }

    /// @param stored null when the database could not be asked
    /// @param endpointUrl null where none runs
    /// @param logger null when nobody records
    /// @param spool null when there is none
    /// @param version of the console
    public static StatusDocument of(Role role, DatabaseStatus database, @Nullable Stored stored,
            @Nullable LoggerDocument logger, List<RecorderDocument> programs, @Nullable SpoolDocument spool,
            @Nullable String endpointUrl, Path dataFolder, String version) {
        var rows = stored == null ? null : stored.rows();
        return new StatusDocument(state(role, database.state()), text(role), rows == null ? null : rows.total(),
                rows == null ? null : rows.thought(), rows == null ? null : rows.ranked(),
                rows == null ? null : rows.notRanked(), rows == null ? null : rows.newest(),
                new Database(text(database.state()), database.detail(), database.version(),
                        stored == null ? null : stored.databaseBytes(), database.connection()),
                stored == null ? null : stored.upkeep(), logger, programs, spool,
                endpointUrl == null ? null : new Endpoint(endpointUrl), dataFolder.toString(), version);
    }

    /// See [DatabaseStatus].
    public record Database(String state, String detail, @Nullable String version, @Nullable Long sizeBytes,
            String connection) {}

    /// A running endpoint.
    public record Endpoint(String url) {}

    private static String state(Role role, DatabaseStatus.State database) {
        if (database != DatabaseStatus.State.READY) {
            return text(database);
        }
        return role == Role.NONE ? "idle" : "recording";
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
