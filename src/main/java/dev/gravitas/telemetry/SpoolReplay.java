package dev.gravitas.telemetry;

import dev.gravitas.store.EventWriter;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Lock;

/// The replay thread's work: brings the spooled events into the database, oldest first, and takes out of the spool what is
/// committed. A crash in between is harmless: the batches are still there under ids that the database knows.
///
/// The last round is done under the lock that the writer takes for each batch. Otherwise new events would keep the spool
/// from ever getting empty, and the writer from its direct way.
final class SpoolReplay implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolReplay.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /// How often an idle replay looks for what other loggers left behind.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final EventWriter writer;
    private final Backlog backlog;
    private final Lock order;
    private final Bell work;
    private final Bell hurry = new Bell();
    private final int roundSize;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private boolean answering;
    private boolean complained;
    private long replayed;
    private volatile boolean closed;

    /// @param order held by whoever decides where events go
    /// @param work rung when something has come into the spool
    /// @param roundSize events in one commit, about
    SpoolReplay(EventWriter writer, Backlog backlog, Lock order, Bell work, int roundSize) {
        this.writer = writer;
        this.backlog = backlog;
        this.order = order;
        this.work = work;
        this.roundSize = roundSize;
    }

    @Override
    public void run() {
        while (!closed || isWorthFinishing()) {
            try {
                round();
            } catch (StoreException e) {
                rest(e.getMessage(), null);
            } catch (SpoolException e) {
                rest(e.getMessage(), e);
            } catch (RuntimeException | Error e) {
                rest("Replaying the spool failed unexpectedly; trying again.", e);
            }
        }
    }

    /// A logger that closes brings in what is left as long as the database takes it; else it stays for the next one.
    private boolean isWorthFinishing() {
        return !complained && !backlog.isEmpty();
    }

    private void rest(@Nullable String reason, @Nullable Throwable surprise) {
        if (!complained) {
            complained = true;
            LOG.warn("The spool is kept for later: {}", reason, surprise);
        }
        answering = false;
        if (!closed) {
            hurry.await(backoff.pause());
        }
    }

    private void round() throws StoreException, SpoolException {
        if (answering && backlog.events() <= roundSize) {
            order.lock();
            try {
                replayOldest();
            } finally {
                order.unlock();
            }
        } else {
            replayOldest();
        }
        if (backlog.isEmpty()) {
            noteEmpty();
            if (!closed) {
                work.await(LOOK_EVERY);
            }
        }
    }

    private void replayOldest() throws StoreException, SpoolException {
        var oldest = backlog.oldest(roundSize);
        if (!oldest.isEmpty() && bring(oldest)) {
            answering = true;
            complained = false;
            backoff.reset();
        }
    }

    /// @return false when the spool was changed on the way, so that the rest has to be read anew
    private boolean bring(List<SpooledBatch> batches) throws StoreException, SpoolException {
        try {
            writer.write(batches.stream().map(SpooledBatch::batch).toList());
        } catch (StoreException e) {
            if (e.kind() != Kind.REFUSED_DATA) {
                throw e;
            }
            return corner(batches, String.valueOf(e.getMessage()));
        }
        backlog.stored(batches);
        replayed += batches.stream().mapToLong(SpooledBatch::size).sum();
        return true;
    }

    /// One event of these is refused: finds it by halving and lets all others pass.
    private boolean corner(List<SpooledBatch> batches, String reason) throws StoreException, SpoolException {
        if (batches.size() > 1) {
            int middle = batches.size() / 2;
            return bring(batches.subList(0, middle)) && bring(batches.subList(middle, batches.size()));
        }
        var batch = batches.getFirst();
        if (batch.size() > 1) {
            backlog.split(batch);
        } else {
            backlog.refused(batch, reason);
            LOG.warn("A spooled event was refused by the database and set aside: {}", reason);
        }
        return false;
    }

    private void noteEmpty() {
        if (replayed > 0) {
            LOG.info("The database is back: {} spooled events were brought in.", replayed);
            replayed = 0;
        }
        answering = false;
    }

    /// Ends the pause after a failure. New events do not: they would have a database that is away asked all the time.
    void retryNow() {
        hurry.ring();
    }

    /// Makes the thread end once the spool is empty, or the database does not take more.
    void close() {
        closed = true;
        work.ring();
        hurry.ring();
    }
}
