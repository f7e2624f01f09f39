package dev.gravitas.endpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A client without manners: sends exactly the bytes it is told to.
final class RawHttp {
    private static final int PATIENCE_MS = 20_000;

    private final int port;

    RawHttp(String url) {
        port = URI.create(url).getPort();
    }

    int port() {
        return port;
    }

    /// A well-formed request; `headers` are whole lines.
    static String request(String method, String target, List<String> headers) {
        return method + " " + target + " HTTP/1.1\r\n" + String.join("", headers.stream().map(h -> h + "\r\n").toList())
                + "\r\n";
    }

    Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /// Sends the text as Latin-1 bytes and reads until the server closes.
    Reply send(String text) throws IOException {
        try (var socket = connect()) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException closedEarly) {
                // The server may refuse before it has read everything; what it said is still to be read.
            }
            return read(socket);
        }
    }

    /// The status alone, where the server leaves the connection open after its answer; 0 when it closed without a word.
    int status(String text) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return line == null ? 0 : Integer.parseInt(line.split(" ")[1]);
        }
    }

    static Reply read(Socket socket) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
        } catch (SocketException reset) {
            // As good as closed.
        }
        return Reply.of(bytes.toString(StandardCharsets.UTF_8));
    }

    /// @param status 0 when the server closed without a word
    record Reply(int status, List<String> headers, String body) {
        static Reply of(String text) {
            if (text.isEmpty()) {
                return new Reply(0, List.of(), "");
            }
            var end = text.indexOf("\r\n\r\n");
            var lines = new ArrayList<>(List.of(text.substring(0, end).split("\r\n")));
            var status = Integer.parseInt(lines.removeFirst().split(" ")[1]);
            return new Reply(status, List.copyOf(lines), text.substring(end + 4));
        }

        List<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }
}
