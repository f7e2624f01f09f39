package dev.gravitas.config;

import java.nio.file.Path;

/// Which PostgreSQL holds the telemetry.
public sealed interface DatabaseSettings {
    /// The one that the console starts itself.
    record Embedded() implements DatabaseSettings {}

    /// A server that someone else runs, PostgreSQL 14 or newer.
    ///
    /// @param passwordFile holds the password on its first line
    /// @param sslMode libpq's word: disable, prefer, require, verify-ca, verify-full
    record External(String host, int port, String database, String user, Path passwordFile, String sslMode)
            implements
                DatabaseSettings {}
}
