package dev.gravitas.report;

import dev.gravitas.model.SpoolStatus;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What waits on the disk for the database. See [SpoolStatus].
///
/// @param oldest time of the event that has waited longest, null when none waits
/// @param setAside acknowledged events that the database refused for good
public record SpoolDocument(long events, long bytes, @Nullable Instant oldest, long setAside, Damaged damaged) {

    /// Spool files that were kept aside, and what is known to be lost in them.
    public record Damaged(long files, long records, long bytes) {}

    public static SpoolDocument of(SpoolStatus spool) {
        var damage = spool.damage();
        return new SpoolDocument(spool.events(), spool.bytes(), spool.oldest(), spool.setAside(),
                new Damaged(damage.files(), damage.records(), damage.bytes()));
    }
}
