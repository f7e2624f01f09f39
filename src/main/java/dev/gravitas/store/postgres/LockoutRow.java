package dev.gravitas.store.postgres;

import dev.gravitas.model.VramRecord.Lockout;
import dev.gravitas.model.VramRecord.TopHolder;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// A row that says that a lockout began.
///
/// @param told time of the row
/// @param free MiB at that time, null where it does not tell
/// @param threshold MiB, null where it does not tell
record LockoutRow(String host, String gpu, Instant told, @Nullable String episode, @Nullable Double free,
        @Nullable Double threshold, List<TopHolder> holders) {

    /// The lockout, as far as it is known without its end.
    Lockout open() {
        return new Lockout(host, gpu, episode, told, null, free, threshold, null, holders);
    }

    Lockout endedBy(LockoutEndRow end) {
        Instant began = end.began(told);
        return new Lockout(host, gpu, episode, began, end.ended(began),
                end.lowestFree() == null ? free : end.lowestFree(), threshold, end.endedBy(), holders);
    }
}
