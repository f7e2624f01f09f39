package dev.gravitas.telemetry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/// The watchdog's work: no future stays open past the completion limit, even while a write call never returns.
record OverdueWatch(PendingEvents pending, Verdicts verdicts) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);

    @Override
    public void run() {
        for (var overdue = next(); !overdue.isEmpty(); overdue = next()) {
            verdicts.tell(overdue, Drop.DATABASE_UNAVAILABLE);
        }
    }

    private List<PendingEvent> next() {
        while (true) {
            try {
                return pending.dropOverdue();
            } catch (InterruptedException e) {
                LOG.warn("The telemetry watchdog was interrupted; only closing the logger stops it, so it goes on.");
            }
        }
    }
}
