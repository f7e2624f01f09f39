package dev.gravitas.telemetry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The watchdog's work and the last resort: no future stays open past the completion limit, whatever database and disk do.
record OverdueWatch(PendingEvents pending, Verdicts verdicts) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);

    @Override
    public void run() {
        for (var overdue = next(); !overdue.events().isEmpty(); overdue = next()) {
            verdicts.tell(overdue.events(), overdue.reason());
        }
    }

    private PendingEvents.Overdue next() {
        while (true) {
            try {
                return pending.dropOverdue();
            } catch (InterruptedException e) {
                LOG.warn("The telemetry watchdog was interrupted; only closing the logger stops it, so it goes on.");
            }
        }
    }
}
