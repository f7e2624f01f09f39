package dev.gravitas.app;

import dev.gravitas.config.DatabaseSettings;
import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.Supplier;

/// A login to an external server whose password is read anew for each session, so that recording goes on by itself once an
/// operator has written a changed one into its file. Thread-safe.
final class PresentLogin implements Supplier<ServerLogin> {
    private static final Logger LOG = LoggerFactory.getLogger(PresentLogin.class);

    private final DatabaseSettings.External server;
    private final DatabaseSettings.Login login;
    private volatile ServerLogin last;

    private PresentLogin(DatabaseSettings.External server, DatabaseSettings.Login login, ServerLogin first) {
        this.server = server;
        this.login = login;
        this.last = first;
    }

    /// @throws StoreException MISCONFIGURED: there is no password to begin with
    static PresentLogin of(DatabaseSettings.External server, DatabaseSettings.Login login) throws StoreException {
        return new PresentLogin(server, login, ExternalLogin.of(server, login));
    }

    /// With the last password that could be read.
    @Override
    public ServerLogin get() {
        try {
            last = ExternalLogin.of(server, login);
        } catch (StoreException e) {
            LOG.debug("The last password is used: {}", e.getMessage());
        }
        return last;
    }
}
