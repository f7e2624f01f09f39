package dev.gravitas.store.postgres;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.ServerLogin.Tcp;
import dev.gravitas.store.ServerLogin.UnixSocket;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.postgresql.PGProperty;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/// Opens connections to PostgreSQL. Everything the user chose travels as a driver property, never inside a URL, so a host
/// or database name cannot smuggle in driver settings. Thread-safe.
public final class ServerConnector {
    /// The oldest server that the schema runs on.
    public static final int OLDEST_MAJOR = 14;

    /// With its slashes, or the driver takes the user's name for the database's.
    private static final String URL = "jdbc:postgresql://";
    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z._:%-]{1,253}");
    private static final Set<String> SSL_MODES = Set.of("disable", "prefer", "require", "verify-ca", "verify-full");

    private final Limits limits;

    public ServerConnector(Limits limits) {
        this.limits = limits;
    }

    /// Blocks at most the login limit.
    ///
    /// @return an open connection in auto-commit; the caller closes it
    /// @throws StoreException UNAVAILABLE: nobody answers, or not yet; MISCONFIGURED: wrong password, no permission,
    ///   unknown database, TLS refused, server too old, or a login that is not well formed
    public Connection open(ServerLogin login) throws StoreException {
        Properties properties = properties(login);
        try {
            Connection connection = DriverManager.getConnection(URL, properties);
            refuseOldServer(connection, login);
            return connection;
        } catch (SQLException e) {
            throw ConnectionFaults.explain(login, e);
        }
    }

    private static void refuseOldServer(Connection connection, ServerLogin login) throws SQLException, StoreException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major >= OLDEST_MAJOR) {
            return;
        }
        connection.close();
        throw new StoreException(Kind.MISCONFIGURED, "PostgreSQL " + major + " at " + login.address()
                + " is too old: version " + OLDEST_MAJOR + " or newer is needed.");
    }

    private Properties properties(ServerLogin login) throws StoreException {
        Properties properties = new Properties();
        PGProperty.PG_DBNAME.set(properties, wellFormed("database", login.database()));
        PGProperty.USER.set(properties, wellFormed("user", login.user()));
        PGProperty.PASSWORD.set(properties, login.password());
        PGProperty.APPLICATION_NAME.set(properties, "gravitas");
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        // The details quote whole rows, which have no place in a log.
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds(limits.connect()));
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds(limits.login()));
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds(limits.socket()));
        PGProperty.CANCEL_SIGNAL_TIMEOUT.set(properties, seconds(limits.connect()));
        PGProperty.OPTIONS.set(properties, "-c statement_timeout=" + limits.statement().toMillis());
        address(login, properties);
        return properties;
    }

    private static void address(ServerLogin login, Properties properties) throws StoreException {
        switch (login.address()) {
            case UnixSocket socket -> {
                PGProperty.PG_HOST.set(properties, "localhost");
                PGProperty.PG_PORT.set(properties, port(socket.port()));
                PGProperty.SSL_MODE.set(properties, "disable");
                PGProperty.SOCKET_FACTORY.set(properties, UnixSocketFactory.class.getName());
                PGProperty.SOCKET_FACTORY_ARG.set(properties,
                        socket.folder().resolve(".s.PGSQL." + socket.port()).toString());
            }
            case Tcp tcp -> {
                PGProperty.PG_HOST.set(properties, host(tcp.host()));
                PGProperty.PG_PORT.set(properties, port(tcp.port()));
                PGProperty.SSL_MODE.set(properties, sslMode(login.sslMode()));
                PGProperty.TCP_KEEP_ALIVE.set(properties, true);
            }
        }
    }

    private static String host(String host) throws StoreException {
        if (!HOST.matcher(host).matches()) {
            throw malformed("host", "one host name or address without spaces, commas or slashes");
        }
        return host;
    }

    private static int port(int port) throws StoreException {
        if (port < 1 || port > 65_535) {
            throw malformed("port", "a number from 1 to 65535");
        }
        return port;
    }

    private static String sslMode(String mode) throws StoreException {
        if (!SSL_MODES.contains(mode)) {
            throw malformed("sslmode", "one of disable, prefer, require, verify-ca, verify-full");
        }
        return mode;
    }

    private static String wellFormed(String what, String name) throws StoreException {
        if (name.isBlank() || name.chars().anyMatch(c -> c == 0)) {
            throw malformed(what, "a name");
        }
        return name;
    }

    private static StoreException malformed(String what, String wanted) {
        return new StoreException(Kind.MISCONFIGURED, "The database setting " + what + " must be " + wanted + ".");
    }

    private static int seconds(Duration limit) {
        return Math.toIntExact(Math.max(1, limit.toSeconds()));
    }
}
