package dev.gravitas.gpu;

import dev.gravitas.model.LockoutEpisode;

import java.util.List;

/// Keeps lockouts that last over the end of the process, so that the next one can say when they ended.
public interface EpisodeMemory {
    /// Replaces what is kept. Called when one begins or ends, and every ten seconds meanwhile: so much is not known of the
    /// end of a lockout that a crash cut off.
    void keep(List<LockoutEpisode> running);

    /// What an earlier process left.
    List<LockoutEpisode> left();
}
