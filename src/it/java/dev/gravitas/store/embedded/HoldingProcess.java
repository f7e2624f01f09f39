package dev.gravitas.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Another JVM that holds a database open until it is told to end.
final class HoldingProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private HoldingProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// @param before words before the command, `setsid` for one
    static HoldingProcess start(Path root, String... before) throws Exception {
        List<String> words = new ArrayList<>(List.of(before));
        words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                HoldingProcess.class.getName(), root.toString(), TestFolders.binaries().toString()));
        HoldingProcess started = new HoldingProcess(
                new ProcessBuilder(words).redirectErrorStream(true).start());
        started.awaitLine("OPEN");
        return started;
    }

    long pid() {
        return process.pid();
    }

    String awaitLine(String start) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("ended without " + start + ":\n" + seen);
    }

    void kill() throws Exception {
        Programs.signal("KILL", process.pid());
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /// Lets it close the database in good order.
    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    public static void main(String[] args) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of(args[0]), Path.of(args[1]), _ -> {});
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            try {
                System.out.println("LAST ANSWER " + Sql.ask(postgres.login(), "SELECT 42"));
            } catch (Exception e) {
                System.out.println("LAST ANSWER " + e);
            }
            postgres.close();
            System.out.println("CLOSED");
        }));
        System.out.println("OPEN");
        while (System.in.read() >= 0) {
            // Until the other side closes the stream.
        }
        System.exit(0);
    }
}
