package dev.gravitas.endpoint;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ThreadFactory;

/// Sets the HTTP server up tight: strict syntax, small sizes, short times, few threads, no word about itself.
final class JettyFactory {
    private static final int MAX_HEADERS = 8 * 1024;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);
    // One accepts connections, one watches them, two are spare for the library.
    private static final int LIBRARY_THREADS = 4;

    private JettyFactory() {
    }

    /// A server that is not started yet; starting it takes over the socket.
    static Server server(EndpointSettings settings, ServerSocketChannel socket, Reply reply, ThreadFactory threads)
            throws IOException {
        var server = new Server(pool(settings.maxRequests() + LIBRARY_THREADS, threads));
        var scheduler = new ScheduledExecutorScheduler("gravitas-endpoint-deadlines", true);
        var connector = new ServerConnector(server, null, scheduler, null, 1, 1, new HttpConnectionFactory(http()));
        connector.setIdleTimeout(settings.timeLimit().toMillis());
        connector.addBean(new ConnectionDeadline(scheduler, settings.timeLimit()));
        connector.open(socket);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(settings.maxConnections(), connector));
        server.setErrorHandler((request, response, callback) -> {
            reply.send(response, callback, Refusal.ofStatus(response.getStatus()));
            return true;
        });
        server.setStopTimeout(STOP_LIMIT.toMillis());
        return server;
    }

    private static QueuedThreadPool pool(int most, ThreadFactory threads) {
        var pool = new QueuedThreadPool(most, LIBRARY_THREADS, 60_000, 0, null, null, threads);
        pool.setStopTimeout(STOP_LIMIT.toMillis());
        return pool;
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADERS);
        // Otherwise a value seen before in other case is handed out for a new one.
        http.setHeaderCacheCaseSensitive(true);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(paths());
        // One request to a connection: its deadline is then the request's, and nothing can be hidden behind it.
        http.setPersistentConnectionsEnabled(false);
        return http;
    }

    // Dots and encoded letters are well-formed, they only name no path of ours: 404 by our own comparison, not 400.
    private static UriCompliance paths() {
        return UriCompliance.from(EnumSet.of(UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
                UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT, UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER, UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
    }
}
