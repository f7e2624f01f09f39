package dev.gravitas.e2e.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The driver's side of one running [Producer].
final class ProducerProcess {
    private static final String ENDED = "ended";

    private final Process process;
    private final Path notebook;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> heard = new ArrayList<>();
    private boolean recording;

    /// What it had counted since its start when it was quiet.
    ///
    /// @param mostSpooled how many events its spool held at most since it was last quiet
    /// @param takenOver events that it has found since then in the spools of those before it
    record Counters(long accepted, long stored, long dropped, long mostSpooled, long takenOver) {}

    private ProducerProcess(Process process, Path notebook) {
        this.process = process;
        this.notebook = notebook;
        Thread.ofPlatform().daemon().name("ear").start(this::listen);
    }

    static ProducerProcess start(Path dataFolder, Path notebook, int run) throws IOException {
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-classpath", System.getProperty("java.class.path"),
                Producer.class.getName(), dataFolder.toString(), notebook.toString(), String.valueOf(run));
        return new ProducerProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), notebook);
    }

    private void listen() {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException e) {
            lines.add(e.toString());
        }
        lines.add(ENDED);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Path notebook() {
        return notebook;
    }

    /// Waits until it logs, or has ended.
    void awaitRecording(Duration limit) throws InterruptedException {
        if (!recording && process.isAlive()) {
            recording = await("recording", limit).equals("recording");
        }
    }

    /// Has it stop logging and settle everything.
    Counters quiet(Duration limit) throws IOException, InterruptedException {
        awaitRecording(limit);
        order("quiet");
        var words = await("quiet", limit).split(" ");
        if (words[0].equals(ENDED)) {
            throw new AssertionError("The producer ended by itself:\n" + String.join("\n", heard));
        }
        var figures = Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
        return new Counters(figures[0], figures[1], figures[2], figures[3], figures[4]);
    }

    void go() throws IOException {
        order("go");
    }

    /// Lets it end in good order.
    int end(Duration limit) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(limit)) {
            throw new AssertionError("The producer does not end:\n" + String.join("\n", heard));
        }
        return process.exitValue();
    }

    private void order(String word) throws IOException {
        process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private String await(String start, Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (true) {
            var line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("The producer does not say " + start + " within " + limit.toSeconds()
                        + " s:\n" + String.join("\n", heard) + "\n" + threads());
            }
            heard.add(line);
            if (line.startsWith(start) || line.equals(ENDED)) {
                return line;
            }
        }
    }

    // What a JVM does when it hangs, on its own output.
    private String threads() throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid())).start().waitFor();
            var dump = new StringBuilder();
            for (var line = lines.poll(2, TimeUnit.SECONDS); line != null; line = lines.poll(2, TimeUnit.SECONDS)) {
                dump.append(line).append('\n');
            }
            return dump.toString();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
