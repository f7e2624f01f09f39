package dev.gravitas.endpoint;

import dev.gravitas.config.DataFolder;
import dev.gravitas.report.RunningEndpoint;
import dev.gravitas.store.TelemetryQueries;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;

/// The running endpoint of one data folder. Serves until closed; a lost database makes it answer 503, not stop.
public final class EndpointServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointServer.class);

    private final ServerSocketChannel socket;
    private final Server server;
    private final EndpointFile file;
    private final RunningEndpoint running;

    private EndpointServer(ServerSocketChannel socket, Server server, EndpointFile file, RunningEndpoint running) {
        this.socket = socket;
        this.server = server;
        this.file = file;
        this.running = running;
    }

    /// Serves on loopback and tells where in `endpoint.json`. Makes `endpoint.token` where there is none.
    ///
    /// @param dataFolder exists, and nobody but its owner may change it; that of a demo has every answer say so
    /// @param threads for the few threads that serve
    /// @throws IOException with a sentence for the operator: a token file that cannot be trusted, no port, a full disk;
    ///   nothing is left running then
    public static EndpointServer start(EndpointSettings settings, Path dataFolder, TelemetryQueries queries,
            Clock clock, ThreadFactory threads) throws IOException {
        var token = AccessToken.load(dataFolder, new SecureRandom());
        var socket = LoopbackPort.open(settings);
        var port = socket.socket().getLocalPort();
        var reply = new Reply(new DataFolder(dataFolder).isDemo());
        var server = JettyFactory.server(settings, socket, reply, threads);
        var routes = Routes.of(queries);
        server.setHandler(new TelemetryHandler(Checks.of(port, routes, token), routes, reply, settings.maxRequests()));
        var endpoint = new EndpointServer(socket, server, new EndpointFile(dataFolder),
                new RunningEndpoint("http://127.0.0.1:" + port, ProcessHandle.current().pid(), clock.instant()));
        endpoint.run();
        return endpoint;
    }

    /// The root of all paths, without a slash at the end.
    public String url() {
        return running.url();
    }

    /// Takes the address back, lets running requests finish for two seconds, and stops. Never throws.
    @Override
    public void close() {
        try {
            file.withdraw(running);
        } catch (IOException e) {
            LOG.warn("The endpoint's address file stays behind: {}", e.getMessage());
        }
        stop();
    }

    private void run() throws IOException {
        try {
            server.start();
            file.publish(running);
            LOG.info("Endpoint serves at {}", running.url());
        } catch (Exception e) {
            stop();
            throw new IOException("The endpoint did not start: " + e.getMessage(), e);
        }
    }

    private void stop() {
        try {
            server.stop();
            // The library leaves a socket alone that it did not come to use.
            socket.close();
        } catch (Exception e) {
            LOG.warn("The endpoint did not stop cleanly; the console goes on.", e);
        }
    }
}
