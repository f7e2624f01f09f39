package dev.gravitas.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

import java.util.List;
import java.util.function.IntConsumer;

/// Ctrl-C, SIGTERM and SIGHUP as a request instead of an end. JavaFX tears its toolkit down in a shutdown hook while the
/// window still draws, so a process with a window must close it before the shutdown begins.
final class StopSignals {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");
    // Shells tell a process that ended by a signal by this much more than the signal's number.
    private static final int SHELL_BASE = 128;

    /// Calls `stop` with the exit code that shells expect.
    void handle(IntConsumer stop) {
        for (var name : NAMES) {
            try {
                Signal.handle(new Signal(name), signal -> stop.accept(SHELL_BASE + signal.getNumber()));
            } catch (IllegalArgumentException e) {
                LOG.debug("No signal {} here", name, e);
            }
        }
    }
}
