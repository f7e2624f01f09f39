package dev.gravitas.e2e;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.embedded.PreparedDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The packaged folder, used the way a script would: by its launcher, on a data folder of its own.
public final class InstalledConsole {
    static final Path HOME = Path.of(System.getProperty("gravitas.home", "target/gravitas"));
    private static final Pattern EXPORT = Pattern.compile("export (\\w+)='(.*)'");

    private final Path dataFolder;
    private final Map<String, String> environment;

    public InstalledConsole(Path dataFolder) {
        this(dataFolder, Map.of());
    }

    /// @param environment of each command, beside what this process has
    public InstalledConsole(Path dataFolder, Map<String, String> environment) {
        this.dataFolder = dataFolder;
        this.environment = Map.copyOf(environment);
    }

    /// Gives it a database that is made already, as every start but the first finds it.
    public InstalledConsole withDatabase() throws Exception {
        PreparedDatabase.install(dataFolder.resolve("postgres"));
        return this;
    }

    /// What a finished command left.
    public record Result(int exitCode, String out, String err) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    public Path dataFolder() {
        return dataFolder;
    }

    public Result run(String... arguments) throws IOException, InterruptedException {
        var out = Files.createTempFile(dataFolder.getParent(), "out", ".txt");
        var err = Files.createTempFile(dataFolder.getParent(), "err", ".txt");
        var process = builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("gravitas " + List.of(arguments) + " did not end: " + Files.readString(err));
        }
        return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /// Starts a command that stays; its output goes to a file that [#outputOf] reads.
    public Process start(Path output, Map<String, String> more, String... arguments) throws IOException {
        var builder = builder(arguments).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(more);
        return builder.start();
    }

    /// What libpq would do with the variables that `db-env` prints.
    public ServerLogin login(String... options) throws IOException, InterruptedException {
        var variables = new TreeMap<String, String>();
        var exports = EXPORT.matcher(run(Stream.concat(Stream.of("db-env"), Stream.of(options)).toArray(String[]::new))
                .out());
        while (exports.find()) {
            variables.put(exports.group(1), exports.group(2));
        }
        var host = variables.get("PGHOST");
        var port = Integer.parseInt(variables.get("PGPORT"));
        var fields = Files.readString(Path.of(variables.get("PGPASSFILE"))).strip().split(":");
        var address = host.startsWith("/")
                ? new ServerLogin.UnixSocket(Path.of(host), port)
                : new ServerLogin.Tcp(host, port);
        return new ServerLogin(address, variables.get("PGDATABASE"), variables.get("PGUSER"),
                fields[fields.length - 1], "disable");
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<>(List.of(HOME.resolve("bin").resolve("gravitas").toString(), "--data-dir",
                dataFolder.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        builder.environment().putAll(environment);
        return builder;
    }
}
