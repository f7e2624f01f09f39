package dev.gravitas.store.postgres;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;

import javax.sql.DataSource;

/// Opens sessions with the console's settings. Asks for the login each time, because the address may change when the
/// embedded server is restarted.
final class LoginDataSource implements DataSource {
    private static final int USUAL_LOGIN_SECONDS = 1;

    private final Supplier<ServerLogin> logins;
    private final ServerConnector connector;
    private final boolean stays;

    /// @param stays whether its sessions are used for long, or for one question
    LoginDataSource(Supplier<ServerLogin> logins, ServerConnector connector, boolean stays) {
        this.logins = logins;
        this.connector = connector;
        this.stays = stays;
    }

    /// @throws SQLException with the [StoreException] that explains it as its cause
    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = connector.open(logins.get());
            try (PreparedStatement settings = Sql.SESSION.prepare(connection)) {
                settings.setString(1, stays ? "force_generic_plan" : "auto");
                settings.execute();
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (StoreException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The login is given by the settings.");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // Nothing is written to it.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The connector has its own limits.
    }

    /// A pool that is closed waits so long for a session that is just being opened; it would be left behind otherwise. Of
    /// a server that does not let us in nothing is left behind, so it is not waited for any longer.
    @Override
    public int getLoginTimeout() {
        return USUAL_LOGIN_SECONDS;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("This data source does not log.");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps nothing.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
