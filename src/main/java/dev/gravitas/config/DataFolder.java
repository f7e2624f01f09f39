package dev.gravitas.config;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The one folder that the console writes to, and where things lie in it.
///
/// @param root absolute
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /// The folder of the operating system's convention: XDG data folder on Linux, Application Support on macOS,
    /// LocalAppData on Windows.
    ///
    /// @param osName as in the system property `os.name`
    public static DataFolder ofSystem(String osName, Path home, Map<String, String> environment) {
        var os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            var local = absolute(environment.get("LOCALAPPDATA"));
            return new DataFolder(
                    (local != null ? local : home.resolve("AppData").resolve("Local")).resolve("Gravitas"));
        }
        if (os.startsWith("mac")) {
            return new DataFolder(home.resolve("Library").resolve("Application Support").resolve("Gravitas"));
        }
        var data = absolute(environment.get("XDG_DATA_HOME"));
        return new DataFolder((data != null ? data : home.resolve(".local").resolve("share")).resolve("gravitas"));
    }

    public Path settings() {
        return root.resolve("settings.properties");
    }

    /// How the operator wants the window.
    public Path preferences() {
        return root.resolve("preferences.properties");
    }

    /// Everything of the embedded PostgreSQL.
    public Path postgres() {
        return root.resolve("postgres");
    }

    /// The embedded server's own log.
    public Path postgresLog() {
        return postgres().resolve("server.log");
    }

    /// The passwords of the embedded server's roles.
    public Path postgresPasswords() {
        return postgres().resolve("passwords");
    }

    /// The secret that a request to the endpoint must bring.
    public Path endpointToken() {
        return root.resolve("endpoint.token");
    }

    /// Events that wait for the database.
    public Path spool() {
        return root.resolve("spool");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /// Native libraries that JavaFX and SQLite unpack.
    public Path cache() {
        return root.resolve("cache");
    }

    /// Held by the one process that records: window or headless.
    public Path recorderLock() {
        return root.resolve("recorder.lock");
    }

    /// How the loggers of programs that embed the sensor fare.
    public Path programs() {
        return root.resolve("programs");
    }

    /// How the logger of the recording process fares.
    public Path recorderFile() {
        return root.resolve("recorder.json");
    }

    /// VRAM lockouts that last, kept for the next console.
    public Path vramEpisodes() {
        return root.resolve("vram-episodes.json");
    }

    /// There while consoles are to leave the GPUs' driver alone.
    public Path gpuRelease() {
        return root.resolve("gpu.release");
    }

    /// Shared by each process that may have a session with the GPUs' driver.
    public Path gpuLock() {
        return root.resolve("gpu.lock");
    }

    /// Held by the one window.
    public Path windowLock() {
        return root.resolve("window.lock");
    }

    /// Held by the process that keeps the database up for programs such as psql; touched to ask for more time.
    public Path keeperLock() {
        return root.resolve("keeper.lock");
    }

    /// The random label under which this console's rows are told apart in a shared database.
    public Path hostLabel() {
        return root.resolve("host-label");
    }

    /// Seed and start of the demo that this folder belongs to; in every other folder there is none.
    public Path demoMark() {
        return root.resolve("demo.properties");
    }

    /// Whether nothing in this folder is real.
    public boolean isDemo() {
        return Files.exists(demoMark());
    }

    // XDG asks that relative paths be ignored.
    private static @Nullable Path absolute(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var path = Path.of(text);
        return path.isAbsolute() ? path : null;
    }
}
