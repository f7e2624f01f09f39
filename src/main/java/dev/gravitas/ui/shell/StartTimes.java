package dev.gravitas.ui.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Writes into the log how long after the start of the process the window was first drawn, and when it first had its figures (or
/// the words for none recorded yet). FX thread only.
public final class StartTimes {
    private static final Logger LOG = LoggerFactory.getLogger(StartTimes.class);

    private final Instant started;
    private final Clock clock;
    private boolean drawn;

    /// @param started when the process did, by the same clock
    public StartTimes(Instant started, Clock clock) {
        this.started = started;
        this.clock = clock;
    }

    /// Watches a window that is about to be shown, until it has figures.
    public void watch(ConsoleWindow window) {
        window.stage().getScene().addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                if (pulse(window)) {
                    window.stage().getScene().removePostLayoutPulseListener(this);
                }
            }
        });
    }

    private boolean pulse(ConsoleWindow window) {
        if (!drawn) {
            drawn = true;
            LOG.info("The window is drawn {} ms after the start of the process", sinceStart());
        }
        boolean figures = window.hasFigures();
        if (figures) {
            LOG.info("Its first figures are drawn {} ms after the start of the process", sinceStart());
        }
        return figures;
    }

    private long sinceStart() {
        return Duration.between(started, clock.instant()).toMillis();
    }
}
