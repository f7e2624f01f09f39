package dev.gravitas.startup;

import dev.gravitas.e2e.InstalledConsole;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long after its process starts the packaged console has drawn its window, and its figures: on a new data folder, whose
/// database it makes first, and on one with the measurements that the tests have. On the software pipeline and without a display.
///
/// `--times N` on the folder with data (default 10)
public final class StartUp {
    private static final Path MEASUREMENTS = Path.of("src/test/resources/dev/gravitas/llmperf-requests.csv");
    private static final Pattern DRAWN = Pattern.compile("The window is drawn (\\d+) ms");
    private static final Pattern FIGURES = Pattern.compile("Its first figures are drawn (\\d+) ms");
    private static final Map<String, String> HEADLESS = Map.of("JDK_JAVA_OPTIONS",
            "-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true");
    private static final long LIMIT_NANOS = 120_000_000_000L;

    private final List<String> arguments;
    private final Path folder;

    private StartUp(List<String> arguments, Path folder) {
        this.arguments = arguments;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        new StartUp(List.of(arguments), Files.createTempDirectory("gravitas-start-up-")).run();
    }

    /// @param drawnMs and figuresMs after the start of the process
    private record Times(long drawnMs, long figuresMs) {}

    private void run() throws Exception {
        try {
            System.out.println(String.format(Locale.ROOT, "load average %.1f",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
            var first = once(new InstalledConsole(folder.resolve("new")));
            System.out.println(String.format(Locale.ROOT, "new folder: window after %d ms, figures after %d ms",
                    first.drawnMs(), first.figuresMs()));
            again();
        } finally {
            delete();
        }
    }

    private void again() throws Exception {
        var console = new InstalledConsole(folder.resolve("full"));
        var imported = console.run("import", MEASUREMENTS.toString(), "--spread-days", "59");
        if (imported.exitCode() != 0) {
            throw new IOException(imported.err());
        }
        var times = new ArrayList<Times>();
        for (int i = 0; i < number("--times", 10); i++) {
            times.add(once(console));
        }
        System.out.println("folder with data, " + times.size() + " starts: window after "
                + spread(times.stream().mapToLong(Times::drawnMs).toArray()) + ", figures after "
                + spread(times.stream().mapToLong(Times::figuresMs).toArray()));
    }

    private static String spread(long[] millis) {
        Arrays.sort(millis);
        return String.format(Locale.ROOT, "%d ms (%d to %d)", millis[millis.length / 2], millis[0],
                millis[millis.length - 1]);
    }

    private Times once(InstalledConsole console) throws Exception {
        var log = console.dataFolder().resolve("logs");
        if (Files.exists(log)) {
            clear(log);
        }
        var process = console.start(folder.resolve("window.txt"), HEADLESS);
        try {
            return new Times(said(log, DRAWN, process), said(log, FIGURES, process));
        } finally {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private long said(Path logs, Pattern line, Process process) throws Exception {
        long begun = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begun < LIMIT_NANOS) {
            var found = line.matcher(text(logs));
            if (found.find()) {
                return Long.parseLong(found.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The window did not come: " + Files.readString(folder.resolve("window.txt"))
                + text(logs));
    }

    private static String text(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) {
            return "";
        }
        var all = new StringBuilder();
        try (Stream<Path> files = Files.list(logs)) {
            for (var file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private int number(String option, int standard) {
        int at = arguments.indexOf(option);
        return at < 0 ? standard : Integer.parseInt(arguments.get(at + 1));
    }
}
