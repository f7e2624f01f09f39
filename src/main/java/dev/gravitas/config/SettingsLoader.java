package dev.gravitas.config;

import dev.gravitas.model.FootprintThresholds;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// Reads settings from `settings.properties` of the data folder and from the environment, which wins but
/// does not count for a demo: `database.host` is `GRAVITAS_DATABASE_HOST`. Reports all faults at once.
public final class SettingsLoader {
    private static final String LIBRARY = "gpu.nvml_library";
    private static final String LOCKOUT = "gpu.lockout_free_mib";
    /// The short name of [#LIBRARY] in the environment.
    private static final String LIBRARY_VARIABLE = "GRAVITAS_NVML";
    private static final Set<String> KEYS = Set.of("database.mode", "database.host", "database.port", "database.name",
            "database.user", "database.password_file", "database.reader_user", "database.reader_password_file",
            "database.writer_user", "database.writer_password_file", "database.ssl_mode", "host.label", "endpoint.port",
            "footprint.max_table_bytes", "footprint.max_rows", LIBRARY, LOCKOUT);
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
        var faults = new ArrayList<String>();
        var values = new SettingValues(texts(faults), faults);
        var settings = new Settings(database(values),
                values.matchingIfSet("host.label", "[\\x21-\\x7e]{1,40}", "1 to 40 ASCII characters without spaces"),
                values.integer("endpoint.port", Settings.DEFAULT_ENDPOINT_PORT, 0, 65_535), thresholds(values),
                gpu(values));
        if (!faults.isEmpty()) {
            throw new SettingsException("Settings in " + folder.settings() + " or the environment", faults);
        }
        return settings;
    }

    private static GpuSettings gpu(SettingValues values) {
        var library = values.matchingIfSet(LIBRARY, "(/|[A-Za-z]:[\\\\/]).*", "an absolute path");
        return new GpuSettings(library,
                values.has(LOCKOUT) ? values.number(LOCKOUT, 0, 1, 1_048_576) : null);
    }

    private static FootprintThresholds thresholds(SettingValues values) {
        var defaults = FootprintThresholds.DEFAULT;
        return new FootprintThresholds(
                values.number("footprint.max_table_bytes", defaults.maxTableBytes(), 1_000_000, Long.MAX_VALUE),
                values.number("footprint.max_rows", defaults.maxRows(), 1_000, Long.MAX_VALUE));
    }

    private DatabaseSettings database(SettingValues values) {
        if (values.word("database.mode", "embedded", Set.of("embedded", "external")).equals("embedded")) {
            return new DatabaseSettings.Embedded();
        }
        var host = values.matching("database.host", "[A-Za-z0-9._:-]{1,255}", "a host name or IP address");
        var port = values.integer("database.port", 5432, 1, 65_535);
        var name = values.matching("database.name", "[^\\x00-\\x1f/?&]{1,63}",
                "a database name of up to 63 characters");
        var owner = login(values, "");
        var sslMode = values.word("database.ssl_mode", LOOPBACK.contains(host) ? "prefer" : "verify-full",
                Set.of("disable", "prefer", "require", "verify-ca", "verify-full"));
        return new DatabaseSettings.External(host, port, name, owner, other(values, "reader_", owner),
                other(values, "writer_", owner), sslMode);
    }

    private DatabaseSettings.Login login(SettingValues values, String whose) {
        var user = values.matching("database." + whose + "user", "[^\\x00-\\x1f]{1,63}",
                "a role name of up to 63 characters");
        var file = values.matching("database." + whose + "password_file", "[^\\x00]+",
                "a file whose first line is the password");
        return new DatabaseSettings.Login(user, folder.root().resolve(file));
    }

    // A login of its own, or what db-env hands out to readers could delete.
    private DatabaseSettings.@Nullable Login other(SettingValues values, String whose, DatabaseSettings.Login owner) {
        var user = "database." + whose + "user";
        if (!values.has(user) && !values.has("database." + whose + "password_file")) {
            return null;
        }
        var login = login(values, whose);
        if (login.user().equals(owner.user())) {
            values.fault(user + " is '" + login.user() + "', the same as database.user; it must be another role");
        }
        return login;
    }

    private Map<String, String> texts(List<String> faults) {
        var texts = new TreeMap<String, String>();
        file(faults).forEach((key, value) -> {
            if (KEYS.contains(key)) {
                texts.put((String) key, ((String) value).strip());
            } else {
                faults.add(key + " is not a setting; known are " + String.join(", ", KEYS.stream().sorted().toList()));
            }
        });
        for (var key : KEYS) {
            var value = environment.get("GRAVITAS_" + key.toUpperCase(Locale.ROOT).replace('.', '_'));
            if (value != null) {
                texts.put(key, value.strip());
            }
        }
        var library = environment.get(LIBRARY_VARIABLE);
        if (library != null) {
            texts.putIfAbsent(LIBRARY, library.strip());
        }
        return texts;
    }

    private Properties file(List<String> faults) {
        var properties = new Properties();
        Path file = folder.settings();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                faults.add("the file cannot be read: " + e);
            }
        }
        return properties;
    }
}
