package dev.gravitas.e2e.outage;

import dev.gravitas.e2e.outage.FaultyRelay.Mode;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// One connection through a [FaultyRelay].
final class RelayedConnection {
    /// How the server says that it has committed.
    private static final String COMMITTED = "COMMIT\0";
    private static final int BUFFER = 1 << 16;

    private final Socket client;
    private final Socket server;
    private final Supplier<Mode> mode;

    RelayedConnection(Socket client, Socket server, Supplier<Mode> mode) {
        this.client = client;
        this.server = server;
        this.mode = mode;
    }

    void start() {
        Thread.ofVirtual().start(() -> pump(client, server));
        Thread.ofVirtual().start(() -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[BUFFER];
        try {
            for (int count = from.getInputStream().read(buffer); count >= 0; count = from.getInputStream()
                    .read(buffer)) {
                if (passes(from, buffer, count)) {
                    to.getOutputStream().write(buffer, 0, count);
                }
            }
        } catch (IOException _) {
            // One side has ended.
        } finally {
            close();
        }
    }

    private boolean passes(Socket from, byte[] buffer, int count) throws IOException {
        return switch (mode.get()) {
            case FORWARD -> true;
            case SWALLOW -> false;
            case CUT_COMMITS -> {
                if (from == server && new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains(COMMITTED)) {
                    throw new IOException("cut");
                }
                yield true;
            }
        };
    }

    void close() {
        try {
            client.close();
            server.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
