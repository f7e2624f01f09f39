package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What lies in a spool right now.
///
/// @param events waiting for the database
/// @param bytes they take on the disk, about
/// @param oldest time of the event that has waited longest, null for an empty spool
/// @param setAside acknowledged events that the database refused for good; kept in the spool's file
/// @param damage what could not be read since the spool was opened
public record SpoolStatus(long events, long bytes, @Nullable Instant oldest, long setAside, Damage damage) {
    public static final SpoolStatus EMPTY = new SpoolStatus(0, 0, null, 0, Damage.NONE);

    /// Spool files that were found broken, foreign or of a newer version. They are kept beside the spool.
    ///
    /// @param files kept aside
    /// @param records events known to be lost in them
    /// @param bytes of these files that held nothing readable
    public record Damage(long files, long records, long bytes) {
        public static final Damage NONE = new Damage(0, 0, 0);

        public Damage plus(Damage other) {
            return new Damage(files + other.files, records + other.records, bytes + other.bytes);
        }
    }
}
