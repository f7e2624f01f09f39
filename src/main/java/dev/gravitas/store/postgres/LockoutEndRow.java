package dev.gravitas.store.postgres;

import dev.gravitas.model.LockoutEnd;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// A row that says that a lockout ended.
///
/// @param told time of the row; after a crash long after the end
/// @param seconds that it lasted, null where it does not tell
/// @param beganText when it began, as the row spells it
/// @param lowestFree MiB, null where it does not tell
record LockoutEndRow(String host, String gpu, Instant told, @Nullable Double seconds, @Nullable String episode,
        @Nullable String beganText, @Nullable Double lowestFree, @Nullable LockoutEnd endedBy) {
    /// A beginning is told once it has lasted some seconds. What lies further apart is a mistake.
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);

    /// When it began: as this row has it, if that is believable.
    ///
    /// @param begunTold time of the row that told the beginning
    Instant began(Instant begunTold) {
        Instant began = began();
        return began != null && !began.isAfter(begunTold) && began.isAfter(begunTold.minus(TOLD_WITHIN))
                ? began
                : begunTold;
    }

    private @Nullable Instant began() {
        try {
            return beganText == null ? null : Instant.parse(beganText);
        } catch (DateTimeException _) {
            return null;
        }
    }

    Instant ended(Instant began) {
        Instant ended = seconds == null ? told : began.plusNanos(Math.round(seconds * 1e9));
        // No end is known before it is told.
        return ended.isAfter(told) ? told : ended;
    }
}
