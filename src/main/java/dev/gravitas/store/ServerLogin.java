package dev.gravitas.store;

import java.nio.file.Path;

/// How to log in to one PostgreSQL server.
///
/// @param password never printed
/// @param sslMode libpq's word: disable, prefer, require, verify-ca, verify-full
public record ServerLogin(Address address, String database, String user, String password, String sslMode) {

    /// Where the server listens.
    public sealed interface Address {
    }

    /// A Unix socket `.s.PGSQL.<port>` in an owner-only folder.
    public record UnixSocket(Path folder, int port) implements Address {
        @Override
        public String toString() {
            return "socket " + folder;
        }
    }

    /// A TCP port.
    public record Tcp(String host, int port) implements Address {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    @Override
    public String toString() {
        return user + " at " + address + "/" + database;
    }
}
