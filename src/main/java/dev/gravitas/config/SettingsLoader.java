package dev.gravitas.config;

import dev.gravitas.model.FootprintThresholds;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/// Reads settings from `settings.properties` of the data folder and from the environment, which wins but
/// does not count for a demo: `database.host` is `GRAVITAS_DATABASE_HOST`. Reports all faults at once.
public final class SettingsLoader {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private final DataFolder folder;
    private final Map<String, String> environment;

    public SettingsLoader(DataFolder folder, Map<String, String> environment) {
        this.folder = folder;
        // What is set for the real console must not lead a demo to real data.
        this.environment = folder.isDemo() ? Map.of() : Map.copyOf(environment);
    }

    /// @throws SettingsException naming every setting that is unknown, missing or out of range
    public Settings load() throws SettingsException {
        return load(present());
    }

    /// What is written now, whether it can be used or not.
    public PresentSettings present() {
        try {
            return present(new SettingsFile(folder.settings()).read());
        } catch (IOException e) {
            return PresentSettings.without(e, environment);
        }
    }

    /// What would be if the file had this text.
    PresentSettings present(String file) {
        return PresentSettings.of(file, environment);
    }

    /// @throws SettingsException naming every setting that is unknown, missing or out of range
    Settings load(PresentSettings present) throws SettingsException {
        var values = new SettingValues(present);
        var settings = new Settings(database(values), values.text(Setting.HOST_LABEL),
                (int) values.number(Setting.ENDPOINT_PORT), thresholds(values), gpu(values));
        if (!values.faults().isEmpty()) {
            throw new SettingsException("Settings in " + folder.settings() + " or the environment", values.faults());
        }
        return settings;
    }

    private static GpuSettings gpu(SettingValues values) {
        var lockout = values.text(Setting.GPU_LOCKOUT_FREE_MIB);
        return new GpuSettings(values.text(Setting.GPU_NVML_LIBRARY), lockout == null ? null : Long.valueOf(lockout));
    }

    private static FootprintThresholds thresholds(SettingValues values) {
        return new FootprintThresholds(values.number(Setting.FOOTPRINT_MAX_TABLE_BYTES),
                values.number(Setting.FOOTPRINT_MAX_ROWS));
    }

    private DatabaseSettings database(SettingValues values) {
        if (values.given(Setting.DATABASE_MODE).equals("embedded")) {
            return new DatabaseSettings.Embedded();
        }
        var host = values.needed(Setting.DATABASE_HOST);
        var port = (int) values.number(Setting.DATABASE_PORT);
        var name = values.needed(Setting.DATABASE_NAME);
        var owner = login(values, Setting.DATABASE_USER, Setting.DATABASE_PASSWORD_FILE);
        var set = values.text(Setting.DATABASE_SSL_MODE);
        var sslMode = set != null ? set : LOOPBACK.contains(host) ? "prefer" : "verify-full";
        return new DatabaseSettings.External(host, port, name, owner,
                other(values, Setting.DATABASE_READER_USER, Setting.DATABASE_READER_PASSWORD_FILE, owner),
                other(values, Setting.DATABASE_WRITER_USER, Setting.DATABASE_WRITER_PASSWORD_FILE, owner), sslMode);
    }

    private DatabaseSettings.Login login(SettingValues values, Setting user, Setting passwordFile) {
        return new DatabaseSettings.Login(values.needed(user), folder.root().resolve(values.needed(passwordFile)));
    }

    // A login of its own, or what db-env hands out to readers could delete.
    private DatabaseSettings.@Nullable Login other(SettingValues values, Setting user, Setting passwordFile,
            DatabaseSettings.Login owner) {
        if (!values.has(user) && !values.has(passwordFile)) {
            return null;
        }
        var login = login(values, user, passwordFile);
        if (login.user().equals(owner.user())) {
            values.fault(user.key() + " is '" + login.user() + "', the same as database.user; it must be another role");
        }
        return login;
    }
}
