package dev.gravitas.store.embedded;

import org.junit.jupiter.api.Assumptions;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Other programs that tests run.
final class Programs {
    private Programs() {
    }

    /// Exit code and output of a short program.
    static Command.Result run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(20, TimeUnit.SECONDS);
        return new Command.Result(process.exitValue(), output);
    }

    static void signal(String signal, long pid) throws Exception {
        run("kill", "-" + signal, "--", Long.toString(pid));
    }

    static Process start(String... words) throws Exception {
        return new ProcessBuilder(List.of(words)).redirectErrorStream(true).start();
    }

    static boolean root() throws Exception {
        return Account.current(TestFolders.work()).root();
    }

    /// The postmaster's process id, as the data folder says.
    static long postmaster(Path root) throws Exception {
        return PostmasterPid.read(root.resolve("data/postmaster.pid")).orElseThrow().pid();
    }

    static void needsLinux() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux");
    }
}
