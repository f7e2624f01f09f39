package dev.gravitas.store.embedded;

import java.time.Duration;

/// How long a server that was there before us may keep us waiting; whole seconds.
///
/// @param silence how long it may say nothing before it is given up
/// @param fastStop for its end where it answered, sessions and checkpoint included
/// @param silentStop for each of the two ways of asking it to end where it did not answer; then it is killed
record Patience(Duration silence, Duration fastStop, Duration silentStop) {
    static final Patience STANDARD = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20),
            Duration.ofSeconds(4));
}
