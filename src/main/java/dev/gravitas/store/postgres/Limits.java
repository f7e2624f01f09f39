package dev.gravitas.store.postgres;

import java.time.Duration;

/// How long one connection may take. All are whole seconds, at least one.
///
/// @param connect until the server's port or socket accepts
/// @param login until the server has let us in
/// @param socket silence of the server on an open connection, after which the connection is given up
/// @param statement one statement, ended by the server; shorter than `socket`, so that the server speaks first
public record Limits(Duration connect, Duration login, Duration socket, Duration statement) {

    /// For a console's daily work.
    public static final Limits STANDARD = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(8),
            Duration.ofSeconds(60), Duration.ofSeconds(45));

    /// For asking whether a server is there.
    public static final Limits PROBE = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(5),
            Duration.ofSeconds(4));
}
