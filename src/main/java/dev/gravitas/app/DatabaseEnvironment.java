package dev.gravitas.app;

import dev.gravitas.cli.Backstage.DatabaseRole;
import dev.gravitas.config.DataFolder;
import dev.gravitas.config.DatabaseSettings;
import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.config.Settings;
import dev.gravitas.config.SettingsException;
import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import dev.gravitas.store.embedded.EmbeddedPostgres;
import dev.gravitas.store.embedded.Role;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The variables by which libpq programs find the database. Passwords travel in an owner-only file, never in a variable.
final class DatabaseEnvironment {
    private final DataFolder folder;
    private final Settings settings;
    private final Clock clock;

    DatabaseEnvironment(DataFolder folder, Settings settings, Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param kept whether a console keeps the database up; else a keeper process is left behind
    /// @throws SettingsException when no login may do just what the role may
    Map<String, String> variables(DatabaseRole role, Optional<Boolean> tcp, boolean kept)
            throws IOException, SettingsException, StoreException {
        return switch (settings.database()) {
            case DatabaseSettings.Embedded _ -> embedded(role(role), tcp, kept);
            case DatabaseSettings.External external -> external(external, role);
        };
    }

    private static Role role(DatabaseRole role) throws SettingsException {
        return switch (role) {
            case READER -> Role.READER;
            case WRITER -> Role.WRITER;
            case OWNER -> throw new SettingsException("db-env --role owner",
                    List.of("only an external database has an owner's login to give; take reader or writer"));
        };
    }

    private Map<String, String> embedded(Role role, Optional<Boolean> tcp, boolean kept)
            throws IOException, StoreException {
        try (var server = EmbeddedPostgres.open(folder.postgres(), _ -> {})) {
            if (tcp.isPresent()) {
                server.listenOnTcp(tcp.get());
            }
            // The tables must be there before rights on them can be given.
            new DatabaseOpener(folder, settings, clock).openBriefly(_ -> {}).close();
            server.grantRoles();
            if (!kept) {
                new Keeper(folder, clock).start();
            }
            var login = server.login(role);
            return variables(tcp.orElse(false) ? throughTcp(server, login) : login, text(role));
        }
    }

    private static ServerLogin throughTcp(EmbeddedPostgres server, ServerLogin login) throws StoreException {
        var address = server.tcp()
                .orElseThrow(
                        () -> new StoreException(Kind.UNAVAILABLE, "PostgreSQL does not listen on TCP; see its log."));
        return new ServerLogin(address, login.database(), login.user(), login.password(), login.sslMode());
    }

    private Map<String, String> external(DatabaseSettings.External external, DatabaseRole role)
            throws IOException, SettingsException, StoreException {
        var login = switch (role) {
            case READER -> external.reader();
            case WRITER -> external.writer();
            case OWNER -> external.owner();
        };
        if (login == null) {
            throw noLogin(text(role));
        }
        var variables = variables(ExternalLogin.of(external, login), "external-" + text(role));
        variables.put("PGSSLMODE", external.sslMode());
        return variables;
    }

    // The owner's login would let a reader delete: no setting of a session is a boundary.
    private SettingsException noLogin(String role) {
        return new SettingsException("db-env --role " + role, List.of("the external database has no login for a " + role
                + "; make such a role there and set database." + role + "_user and database." + role
                + "_password_file in " + folder.settings()
                + ", or take --role owner, the console's own login, which may change and delete everything"));
    }

    private static String text(Enum<?> role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> variables(ServerLogin login, String name) throws IOException {
        var passwords = new OwnerOnlyFile(folder.root().resolve(name + ".pgpass"));
        passwords.write("*:*:*:*:" + login.password().replace("\\", "\\\\").replace(":", "\\:") + "\n");
        var variables = new LinkedHashMap<String, String>();
        switch (login.address()) {
            case ServerLogin.UnixSocket socket -> {
                variables.put("PGHOST", socket.folder().toString());
                variables.put("PGPORT", String.valueOf(socket.port()));
            }
            case ServerLogin.Tcp tcp -> {
                variables.put("PGHOST", tcp.host());
                variables.put("PGPORT", String.valueOf(tcp.port()));
            }
        }
        variables.put("PGDATABASE", login.database());
        variables.put("PGUSER", login.user());
        variables.put("PGPASSFILE", passwords.path().toString());
        return variables;
    }
}
