package dev.gravitas.endpoint;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Closes every connection after a fixed time. An idle limit alone would let a client hold a connection for ever by
/// sending one byte now and then.
final class ConnectionDeadline implements Connection.Listener {
    private final Scheduler scheduler;
    private final Duration limit;
    private final Map<Connection, Scheduler.Task> deadlines = new ConcurrentHashMap<>();

    ConnectionDeadline(Scheduler scheduler, Duration limit) {
        this.scheduler = scheduler;
        this.limit = limit;
    }

    @Override
    public void onOpened(Connection connection) {
        deadlines.put(connection,
                scheduler.schedule(() -> connection.getEndPoint().close(), limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void onClosed(Connection connection) {
        var deadline = deadlines.remove(connection);
        if (deadline != null) {
            deadline.cancel();
        }
    }
}
