package dev.gravitas.config;

import dev.gravitas.model.FootprintThresholds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The catalogue of everything that can be set: under which key, what it may be, and what it is when nobody sets it. The
/// loader, the Settings view and the README's table are all held to it.
public enum Setting {
    DATABASE_MODE("database.mode", Group.DATABASE, oneOf("embedded", "external"), "embedded"),
    DATABASE_HOST("database.host", Group.DATABASE,
            new Allowed.Form("[A-Za-z0-9._:-]{1,255}", "a host name or IP address")),
    DATABASE_PORT("database.port", Group.DATABASE, new Allowed.Whole(1, 65_535, ""), "5432"),
    DATABASE_NAME("database.name", Group.DATABASE,
            new Allowed.Form("[^\\x00-\\x1f/?&]{1,63}", "a database name of up to 63 characters")),
    DATABASE_USER("database.user", Group.DATABASE, role()),
    DATABASE_PASSWORD_FILE("database.password_file", Group.DATABASE, passwordFile()),
    DATABASE_READER_USER("database.reader_user", Group.DATABASE, role()),
    DATABASE_READER_PASSWORD_FILE("database.reader_password_file", Group.DATABASE, passwordFile()),
    DATABASE_WRITER_USER("database.writer_user", Group.DATABASE, role()),
    DATABASE_WRITER_PASSWORD_FILE("database.writer_password_file", Group.DATABASE, passwordFile()),
    DATABASE_SSL_MODE("database.ssl_mode", Group.DATABASE,
            oneOf("disable", "prefer", "require", "verify-ca", "verify-full"),
            new Standard.Found("verify-full; prefer on loopback")),
    HOST_LABEL("host.label", Group.WORKSTATION,
            new Allowed.Form("[\\x21-\\x7e]{1,40}", "1 to 40 ASCII characters without spaces"),
            new Standard.Found("a random id kept in the data folder")),
    ENDPOINT_PORT("endpoint.port", Group.ENDPOINT, new Allowed.Whole(0, 65_535, ""),
            Integer.toString(Settings.DEFAULT_ENDPOINT_PORT)),
    FOOTPRINT_MAX_TABLE_BYTES("footprint.max_table_bytes", Group.FOOTPRINT,
            new Allowed.Whole(1_000_000, 1_000_000_000_000_000L, "bytes"),
            Long.toString(FootprintThresholds.DEFAULT.maxTableBytes())),
    FOOTPRINT_MAX_ROWS("footprint.max_rows", Group.FOOTPRINT, new Allowed.Whole(1_000, 1_000_000_000_000_000L, "rows"),
            Long.toString(FootprintThresholds.DEFAULT.maxRows())),
    GPU_NVML_LIBRARY("gpu.nvml_library", Group.GPU, new Allowed.Form("(/|[A-Za-z]:[\\\\/]).*", "an absolute path"),
            new Standard.Found("where the driver puts it")),
    GPU_LOCKOUT_FREE_MIB("gpu.lockout_free_mib", Group.GPU, new Allowed.Whole(1, 1_048_576, "MiB"),
            new Standard.Found("the larger of 5 % and 1024"));

    /// What belongs together.
    public enum Group {
        DATABASE, WORKSTATION, ENDPOINT, FOOTPRINT, GPU
    }

    /// What counts when nobody sets it.
    public sealed interface Standard {
        /// Always the same.
        record Value(String text) implements Standard {}

        /// Found out anew by the console.
        ///
        /// @param words how
        record Found(String words) implements Standard {}

        /// Nothing.
        record None() implements Standard {}
    }

    /// The short name of the library in the environment.
    private static final String NVML = "GRAVITAS_NVML";

    private final String key;
    private final Group group;
    private final Allowed allowed;
    private final Standard standard;

    Setting(String key, Group group, Allowed allowed, Standard standard) {
        this.key = key;
        this.group = group;
        this.allowed = allowed;
        this.standard = standard;
    }

    Setting(String key, Group group, Allowed allowed, String standard) {
        this(key, group, allowed, new Standard.Value(standard));
    }

    Setting(String key, Group group, Allowed allowed) {
        this(key, group, allowed, new Standard.None());
    }

    private static Allowed oneOf(String... words) {
        return new Allowed.OneOf(List.of(words));
    }

    private static Allowed role() {
        return new Allowed.Form("[^\\x00-\\x1f]{1,63}", "a role name of up to 63 characters");
    }

    private static Allowed passwordFile() {
        return new Allowed.Form("[^\\x00-\\x1f]+", "a file whose first line is the password");
    }

    /// By its name in the file.
    public static Optional<Setting> of(String key) {
        return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }

    /// Its name in `settings.properties`.
    public String key() {
        return key;
    }

    public Group group() {
        return group;
    }

    public Allowed allowed() {
        return allowed;
    }

    public Standard standard() {
        return standard;
    }

    /// The names in the environment that win over the file, the first of them over the second.
    public List<String> variables() {
        var name = "GRAVITAS_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
        return this == GPU_NVML_LIBRARY ? List.of(name, NVML) : List.of(name);
    }

    /// Whether a running console takes a change over, rather than at its next start.
    public boolean appliesAtOnce() {
        return switch (this) {
            case FOOTPRINT_MAX_TABLE_BYTES, FOOTPRINT_MAX_ROWS, GPU_LOCKOUT_FREE_MIB -> true;
            default -> false;
        };
    }

    /// Whether its value may lead to a person, a machine or a place, and so is not for everybody's eyes.
    public boolean isSensitive() {
        return switch (this) {
            case DATABASE_HOST, DATABASE_USER, DATABASE_PASSWORD_FILE, DATABASE_READER_USER,
                    DATABASE_READER_PASSWORD_FILE, DATABASE_WRITER_USER, DATABASE_WRITER_PASSWORD_FILE, HOST_LABEL,
                    GPU_NVML_LIBRARY ->
                true;
            default -> false;
        };
    }

    /// Whether another value may lead to other telemetry.
    public boolean choosesDatabase() {
        return switch (this) {
            case DATABASE_MODE, DATABASE_HOST, DATABASE_PORT, DATABASE_NAME -> true;
            default -> false;
        };
    }
}
