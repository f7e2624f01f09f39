package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs one short program to its end: nothing to read from, nothing inherited, a time limit.
final class Command {
    private Command() {
    }

    /// @param exit the program's exit code
    /// @param output what it printed, both streams
    record Result(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }
    }

    /// Names inside the folder are best given relative to it: no name of a user's folder is then ever quoted.
    ///
    /// @param name what it is called in messages
    /// @throws StoreException UNAVAILABLE when the limit passed; the program was killed
    static Result run(Path folder, String name, List<String> words, Duration limit)
            throws IOException, StoreException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        clean(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Result(process.exitValue(),
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            }
        } finally {
            process.destroyForcibly();
        }
        throw new StoreException(Kind.UNAVAILABLE, name + " took longer than "
                + limit.toSeconds() + " s and was ended.");
    }

    /// PostgreSQL's own variables would point it elsewhere; the C locale is there on every system.
    private static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
    }
}
