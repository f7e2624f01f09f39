package dev.gravitas.config;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Which PostgreSQL holds the telemetry.
public sealed interface DatabaseSettings {
    /// The one that the console starts itself.
    record Embedded() implements DatabaseSettings {}

    /// A server that someone else runs, PostgreSQL 14 or newer.
    ///
    /// @param owner the console's own login, which makes the tables and may do everything with them
    /// @param reader for programs that only read, null where none was made
    /// @param writer for programs that only insert, null where none was made
    /// @param sslMode libpq's word: disable, prefer, require, verify-ca, verify-full
    record External(String host, int port, String database, Login owner, @Nullable Login reader,
            @Nullable Login writer, String sslMode) implements DatabaseSettings {}

    /// Who logs in.
    ///
    /// @param passwordFile holds the password on its first line
    record Login(String user, Path passwordFile) {}
}
