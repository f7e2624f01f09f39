package dev.gravitas.e2e.outage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A TCP relay in front of a server, and what can go wrong on a network.
final class FaultyRelay implements AutoCloseable {
    private final int serverPort;
    private final Set<RelayedConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.FORWARD;
    private volatile ServerSocket listener;

    /// - `FORWARD`: all is well
    /// - `SWALLOW`: connections are accepted and everything sent over them vanishes
    /// - `CUT_COMMITS`: a commit reaches the server, its answer never comes back
    enum Mode {
        FORWARD, SWALLOW, CUT_COMMITS
    }

    FaultyRelay(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listener = listen(0);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// Nobody listens any more, and every connection is cut.
    void refuse() throws IOException {
        listener.close();
        cut();
    }

    /// From now on all connections are of this kind; those from before are cut, as what they lost cannot be given back.
    void become(Mode next) throws IOException {
        mode = next;
        cut();
        if (listener.isClosed()) {
            listener = listen(listener.getLocalPort());
        }
    }

    /// As [#become], but connections from before stay and behave so, too.
    void turnInto(Mode next) {
        mode = next;
    }

    private void cut() {
        connections.forEach(RelayedConnection::close);
        connections.clear();
    }

    private ServerSocket listen(int port) throws IOException {
        var opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofPlatform().daemon().name("relay").start(() -> accept(opened));
        return opened;
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                relay(opened.accept());
            }
        } catch (IOException _) {
            // Closed: nobody listens.
        }
    }

    private void relay(Socket client) throws IOException {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            var connection = new RelayedConnection(client, server, () -> mode);
            connections.add(connection);
            connection.start();
        } catch (IOException _) {
            // The server itself is away.
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        refuse();
    }
}
