package dev.gravitas.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;

import javax.net.SocketFactory;

/// Lets the PostgreSQL driver, which asks for TCP sockets, talk through a Unix socket. The driver makes one by its class
/// name for each connection and for each cancel request.
public final class UnixSocketFactory extends SocketFactory {
    private final UnixDomainSocketAddress address;

    /// @param path the socket file
    public UnixSocketFactory(String path) {
        this.address = UnixDomainSocketAddress.of(path);
    }

    @Override
    public Socket createSocket() {
        return new UnixSocket(address);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) throws IOException {
        return connected();
    }

    private Socket connected() throws IOException {
        Socket socket = new UnixSocket(address);
        socket.connect(address, 0);
        return socket;
    }
}
