package dev.gravitas.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a server is to listen.
///
/// @param socket on a Unix socket in its own folder
/// @param tcp on loopback TCP
/// @param port for both: it is part of the socket's name
record Listening(boolean socket, boolean tcp, int port) {
    static final String HOST = "127.0.0.1";
    /// Relative to the data folder: so no name of the user's passes a shell.
    static final String SOCKET_FOLDER = "../run";

    private static final int USUAL_PORT = 5432;
    /// Systems take 103 or 107 bytes.
    private static final int LONGEST_SOCKET_PATH = 100;

    /// A socket where one serves; TCP otherwise, or beside it when asked for.
    static Listening choose(PostgresFolder folder, Platform platform) throws IOException {
        boolean socket = !platform.windows() && serves(folder.socketFolder());
        boolean asked = Files.exists(folder.tcp());
        if (socket && !asked) {
            return new Listening(true, false, USUAL_PORT);
        }
        int port = freePort(asked ? lastPort(folder.tcp()) : 0);
        if (asked) {
            OwnerOnly.write(folder.tcp(), Integer.toString(port));
        }
        return new Listening(socket, true, port);
    }

    /// Understands what a server says of itself. Empty unless it listens where we would have told it to: any other
    /// address is not our server's.
    static Optional<Listening> told(String port, String socketFolder, String host) {
        boolean socket = socketFolder.equals(SOCKET_FOLDER);
        boolean tcp = host.equals(HOST);
        boolean ours = (socket || socketFolder.isEmpty()) && (tcp || host.isEmpty()) && (socket || tcp);
        return ours && port.matches("[0-9]{1,5}")
                ? Optional.of(new Listening(socket, tcp, Integer.parseInt(port)))
                : Optional.empty();
    }

    /// libpq takes a comma for the end of a host's name.
    static boolean serves(Path socketFolder) {
        String longest = socketFolder.resolve(".s.PGSQL.65535").toString();
        return longest.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH && longest.indexOf(',') < 0;
    }

    private static int lastPort(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.matches("[0-9]{1,5}") ? Math.min(Integer.parseInt(text), 65_535) : 0;
    }

    private static int freePort(int wish) throws IOException {
        try (ServerSocket probe = new ServerSocket(wish, 1, InetAddress.getByName(HOST))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            if (wish == 0) {
                throw e;
            }
            return freePort(0);
        }
    }
}
