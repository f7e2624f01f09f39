package dev.gravitas.telemetry;

import dev.gravitas.model.LoggerCounters;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All events that were accepted and not yet settled, and the counts of those that were.
///
/// One lock guards events and counts together. An event leaves one count and enters another in one step, so accepted =
/// stored + spooled + pending + dropped holds at every moment at which the counters are read. The counts say where an
/// event is: one that was given up and turns out to be stored or spooled after all is counted there.
final class PendingEvents {
    private final ReentrantLock lock = new ReentrantLock();
    private final Arrivals arrivals = new Arrivals(lock.newCondition());
    private final Condition ending = lock.newCondition();
    private final LoggerLimits limits;

    private final ArrayDeque<PendingEvent> queue = new ArrayDeque<>();
    private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    private final Map<Drop, Long> dropped = new EnumMap<>(Drop.class);
    private List<PendingEvent> inFlight = List.of();
    private long accepted;
    private long stored;
    private long spooled;
    private long pending;
    private long pendingBytes;
    private Drop blamed = Drop.DATABASE_UNAVAILABLE;
    private boolean closed;

    PendingEvents(LoggerLimits limits) {
        this.limits = limits;
    }

    /// Accepts the event, or says why not. Never waits for room.
    @Nullable
    Refusal offer(PendingEvent event) {
        lock.lock();
        try {
            if (closed) {
                return Refusal.CLOSED;
            }
            if (pending >= limits.maxEvents() || pendingBytes + event.bytes > limits.maxBytes()) {
                return Refusal.QUEUE_FULL;
            }
            queue.add(event);
            accepted++;
            pending++;
            pendingBytes += event.bytes;
            arrivals.announce();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /// Counts a refusal.
    ///
    /// @return how many there were for this reason
    long refuse(Refusal reason) {
        lock.lock();
        try {
            return refused.merge(reason, 1L, Long::sum);
        } finally {
            lock.unlock();
        }
    }

    /// Waits for an event and takes it with all that queue behind it, up to the batch size.
    ///
    /// @return empty when closed and nothing is left
    List<PendingEvent> take() {
        lock.lock();
        try {
            inFlight = List.of();
            while (queue.isEmpty() && !closed) {
                arrivals.await();
            }
            arrivals.found();
            var batch = new ArrayList<PendingEvent>(Math.min(queue.size(), limits.batchSize()));
            while (!queue.isEmpty() && batch.size() < limits.batchSize()) {
                batch.add(queue.remove());
            }
            inFlight = batch;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /// Makes the rows of the next batch, as far as its events have come. For the thread that takes them, while it waits.
    void prepare() {
        List<PendingEvent> next;
        lock.lock();
        try {
            next = queue.stream().limit(limits.batchSize()).toList();
        } finally {
            lock.unlock();
        }
        next.forEach(PendingEvent::event);
    }

    /// Those that nobody has settled yet.
    List<PendingEvent> unsettled(List<PendingEvent> events) {
        lock.lock();
        try {
            return events.stream().filter(event -> !event.settled).toList();
        } finally {
            lock.unlock();
        }
    }

    /// Counts events as stored.
    ///
    /// @return those that were still open, to be acknowledged
    List<PendingEvent> store(List<PendingEvent> events) {
        lock.lock();
        try {
            stored += events.size();
            return settleSafe(events);
        } finally {
            lock.unlock();
        }
    }

    /// Counts events as spooled.
    ///
    /// @return those that were still open, to be acknowledged
    List<PendingEvent> spool(List<PendingEvent> events) {
        lock.lock();
        try {
            spooled += events.size();
            return settleSafe(events);
        } finally {
            lock.unlock();
        }
    }

    /// Counts events that were found in the spool as accepted.
    void takeOver(long events) {
        lock.lock();
        try {
            accepted += events;
            spooled += events;
        } finally {
            lock.unlock();
        }
    }

    /// Moves events from spooled to stored.
    void storeSpooled(long events) {
        lock.lock();
        try {
            spooled -= events;
            stored += events;
        } finally {
            lock.unlock();
        }
    }

    /// Moves events from spooled to dropped.
    void dropSpooled(long events, Drop reason) {
        if (events == 0) {
            return;
        }
        lock.lock();
        try {
            spooled -= events;
            dropped.merge(reason, events, Long::sum);
        } finally {
            lock.unlock();
        }
    }

    /// What is to blame from now on for events that pass their deadline.
    void blame(Drop reason) {
        lock.lock();
        try {
            blamed = reason;
        } finally {
            lock.unlock();
        }
    }

    /// Counts events as dropped.
    ///
    /// @return those that were still open, to be told `false`
    List<PendingEvent> drop(Collection<PendingEvent> events, Drop reason) {
        lock.lock();
        try {
            var open = settle(events);
            if (!open.isEmpty()) {
                open.forEach(event -> event.dropped = reason);
                dropped.merge(reason, (long) open.size(), Long::sum);
            }
            return open;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until some events are past their deadline and drops them.
    ///
    /// An event that arrives while this waits has a later deadline than the wait, so nobody needs to be woken.
    ///
    /// @return empty when closed and nothing is left
    Overdue dropOverdue() throws InterruptedException {
        lock.lock();
        try {
            while (!closed || pending > 0) {
                var overdue = overdue(System.nanoTime());
                if (!overdue.isEmpty()) {
                    return new Overdue(drop(overdue, blamed), blamed);
                }
                long unused = ending.awaitNanos(nanosToNextDeadline());
            }
            return new Overdue(List.of(), blamed);
        } finally {
            lock.unlock();
        }
    }

    /// Events past their deadline, dropped for this reason.
    record Overdue(List<PendingEvent> events, Drop reason) {}

    /// Accepts nothing any more.
    ///
    /// @return false when it was closed before
    boolean close() {
        lock.lock();
        try {
            boolean first = !closed;
            closed = true;
            arrivals.end();
            ending.signalAll();
            return first;
        } finally {
            lock.unlock();
        }
    }

    /// Drops everything that is left.
    List<PendingEvent> abandon() {
        lock.lock();
        try {
            var left = new ArrayList<>(inFlight);
            left.addAll(queue);
            queue.clear();
            return drop(left, Drop.NOT_FLUSHED);
        } finally {
            lock.unlock();
        }
    }

    LoggerCounters counters() {
        lock.lock();
        try {
            return new LoggerCounters(accepted, stored, spooled, pending, byText(refused, Refusal::text),
                    byText(dropped, Drop::text));
        } finally {
            lock.unlock();
        }
    }

    /// Of events that are counted as safe: takes those that were given up before out of that count.
    private List<PendingEvent> settleSafe(List<PendingEvent> events) {
        for (var event : events) {
            if (event.dropped != null) {
                dropped.computeIfPresent(event.dropped, (_, count) -> count > 1 ? count - 1 : null);
                event.dropped = null;
            }
        }
        return settle(events);
    }

    private List<PendingEvent> settle(Collection<PendingEvent> events) {
        var open = new ArrayList<PendingEvent>(events.size());
        for (var event : events) {
            if (!event.settled) {
                event.settled = true;
                pending--;
                pendingBytes -= event.bytes;
                open.add(event);
            }
        }
        if (closed) {
            ending.signalAll();
        }
        return open;
    }

    private List<PendingEvent> overdue(long now) {
        var overdue = new ArrayList<PendingEvent>();
        for (var event : inFlight) {
            if (!event.settled && event.deadlineNanos - now <= 0) {
                overdue.add(event);
            }
        }
        while (!queue.isEmpty() && queue.element().deadlineNanos - now <= 0) {
            overdue.add(queue.remove());
        }
        return overdue;
    }

    private long nanosToNextDeadline() {
        long now = System.nanoTime();
        long wait = limits.completionLimit().toNanos();
        for (var event : inFlight) {
            if (!event.settled) {
                wait = Math.min(wait, event.deadlineNanos - now);
            }
        }
        var next = queue.peek();
        return next == null ? wait : Math.min(wait, next.deadlineNanos - now);
    }

    private static <R> Map<String, Long> byText(Map<R, Long> counts, Function<R, String> text) {
        return counts.entrySet().stream().collect(Collectors.toMap(e -> text.apply(e.getKey()), Map.Entry::getValue));
    }
}
