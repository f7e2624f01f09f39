package dev.gravitas.endpoint;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.stream.IntStream;

/// A listening socket on 127.0.0.1, never on another address.
final class LoopbackPort {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 128;

    private LoopbackPort() {
    }

    /// Takes the wanted port, or the next free one of the further ones, or else any.
    static ServerSocketChannel open(EndpointSettings settings) throws IOException {
        var last = settings.port() == 0 ? 0 : Math.min(65_535, settings.port() + settings.furtherPorts());
        for (var port : IntStream.rangeClosed(settings.port(), last).toArray()) {
            try {
                return bind(port);
            } catch (BindException taken) {
                continue;
            }
        }
        return bind(0);
    }

    private static ServerSocketChannel bind(int port) throws IOException {
        var channel = ServerSocketChannel.open(StandardProtocolFamily.INET);
        try {
            // Lets a restart have the port back while old connections of it fade out.
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            return channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
