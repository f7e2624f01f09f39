package dev.gravitas.e2e;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged folder, used the way a script would: by its launcher, on a data folder of its own.
public final class InstalledConsole {
    private static final Path HOME = Path.of(System.getProperty("gravitas.home", "target/gravitas"));

    private final Path dataFolder;

    public InstalledConsole(Path dataFolder) {
        this.dataFolder = dataFolder;
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
    public Process start(Path output, Map<String, String> environment, String... arguments) throws IOException {
        var builder = builder(arguments).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<>(List.of(HOME.resolve("bin").resolve("gravitas").toString(), "--data-dir",
                dataFolder.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        return builder;
    }
}
