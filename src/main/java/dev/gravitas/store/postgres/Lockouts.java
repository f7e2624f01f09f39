package dev.gravitas.store.postgres;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramRecord.Lockout;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts beginnings and ends of lockouts together: by the id of the episode, and where a row has none, a beginning with the
/// next end of that GPU. One without an end lasts at most until the GPU's next begins. Pure.
final class Lockouts {
    private final List<LockoutEndRow> ends;
    private final Map<List<String>, LockoutEndRow> byEpisode = new HashMap<>();
    private final Set<LockoutEndRow> taken = new HashSet<>();

    private Lockouts(List<LockoutEndRow> ends) {
        this.ends = ends;
        for (var end : ends) {
            if (end.episode() != null) {
                byEpisode.putIfAbsent(List.of(end.host(), end.gpu(), end.episode()), end);
            }
        }
    }

    /// @param beginnings newest first
    /// @param ends oldest first
    /// @return newest first, those that reach into the window
    static List<Lockout> of(List<LockoutRow> beginnings, List<LockoutEndRow> ends, TimeWindow window) {
        return new Lockouts(ends).within(beginnings, window);
    }

    private List<Lockout> within(List<LockoutRow> beginnings, TimeWindow window) {
        beginnings.forEach(this::take);
        var lockouts = new ArrayList<Lockout>();
        Map<List<String>, Instant> next = new HashMap<>();
        for (var beginning : beginnings) {
            var gpu = List.of(beginning.host(), beginning.gpu());
            @Nullable
            Instant following = next.put(gpu, beginning.told());
            var end = end(beginning, following);
            var lockout = end == null ? beginning.open() : beginning.endedBy(end);
            Instant last = lockout.ended() == null ? following : lockout.ended();
            if (last == null || last.isAfter(window.from()) || !lockout.began().isBefore(window.from())) {
                lockouts.add(lockout);
            }
        }
        lockouts.sort(Comparator.comparing(Lockout::began).reversed());
        return lockouts;
    }

    private void take(LockoutRow beginning) {
        var end = named(beginning);
        if (end != null) {
            taken.add(end);
        }
    }

    private @Nullable LockoutEndRow end(LockoutRow beginning, @Nullable Instant following) {
        var named = named(beginning);
        return named != null
                ? named
                : ends.stream()
                        .filter(end -> end.host().equals(beginning.host()) && end.gpu().equals(beginning.gpu()))
                        .filter(end -> !taken.contains(end) && !end.told().isBefore(beginning.told()))
                        .findFirst()
                        .filter(end -> beginning.episode() == null || end.episode() == null)
                        .filter(end -> following == null || !end.told().isAfter(following))
                        .orElse(null);
    }

    private @Nullable LockoutEndRow named(LockoutRow beginning) {
        return beginning.episode() == null
                ? null
                : byEpisode.get(List.of(beginning.host(), beginning.gpu(), beginning.episode()));
    }
}
