package dev.gravitas.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A driver's `libnvidia-ml.so.1` without a GPU, in a folder of its own: it answers what the scenario says that is played
/// last. `src/test/native/fake_nvml.c` has the words of a scenario. Each folder's library has a life of its own, also
/// when several are loaded into one process.
///
/// The library is compiled when a test first asks for it. Where nothing compiles C, the test is skipped with the
/// reason; but it fails where the environment says `CI=true`, so that a build server cannot leave these tests out
/// unnoticed. On systems other than Linux it is always skipped.
public final class FakeNvml {
    private static final String NAME = "libnvidia-ml.so.1";
    private static final Path SOURCE = Path.of("src/test/native/fake_nvml.c");
    private static final Path BUILDS = Path.of("target/native");

    private static @Nullable Path whole;

    private final Path library;
    private FileTime played = FileTime.from(Instant.EPOCH);

    private FakeNvml(Path library) {
        this.library = library.toAbsolutePath();
    }

    /// A library with every function, and one idle GPU until something is played.
    public static FakeNvml in(Path folder) throws Exception {
        return new FakeNvml(Files.copy(whole(), folder.resolve(NAME)));
    }

    /// A library as of a driver that does not know these functions yet, or no longer.
    public static FakeNvml without(Path folder, String... symbols) throws Exception {
        var version = Files.createTempFile(folder, "symbols", ".map");
        Files.writeString(version,
                Stream.of(symbols).collect(Collectors.joining("; ", "{ local: ", "; };\n")));
        var library = folder.resolve(NAME);
        compile(library, "-Wl,--version-script=" + version);
        Files.delete(version);
        return new FakeNvml(library);
    }

    /// Where the library is, from the root.
    public Path library() {
        return library;
    }

    /// From the next call on the library answers like this, and counts anew what the scenario counts.
    public synchronized void play(String scenario) throws IOException {
        var next = Files.writeString(Files.createTempFile(library.getParent(), "scenario", ".next"), scenario);
        Files.setLastModifiedTime(next, laterThanPlayed(Files.getLastModifiedTime(next)));
        Files.move(next, Path.of(library + ".scenario"), StandardCopyOption.ATOMIC_MOVE);
    }

    // The library sees a new scenario by its time, and a file system's clock may tick slower than a test plays.
    private FileTime laterThanPlayed(FileTime time) {
        var earliest = FileTime.from(played.toInstant().plusMillis(1));
        played = time.compareTo(earliest) < 0 ? earliest : time;
        return played;
    }

    private static synchronized Path whole() throws Exception {
        var built = whole;
        if (built == null) {
            built = BUILDS.resolve(NAME);
            var fresh = Files.createTempFile(Files.createDirectories(BUILDS), "fresh", ".so");
            compile(fresh);
            Files.move(fresh, built, StandardCopyOption.ATOMIC_MOVE);
            whole = built;
        }
        return built;
    }

    private static void compile(Path library, String... more) throws Exception {
        var command = Stream.of(List.of(compiler(), "-std=gnu11", "-O1", "-fPIC", "-fvisibility=hidden",
                "-shared", "-Wl,-soname," + NAME, "-o", library.toString(), SOURCE.toString()),
                List.of(more), List.of("-pthread", "-ldl")).flatMap(List::stream).toList();
        var compilation = new ProcessBuilder(command).redirectErrorStream(true).start();
        compilation.getOutputStream().close();
        var output = new String(compilation.getInputStream().readAllBytes(), UTF_8);
        if (compilation.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + "\n" + output);
        }
    }

    private static String compiler() throws Exception {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Assumptions.abort("the fake of NVML is for Linux");
        }
        for (var name : List.of("cc", "gcc", "clang")) {
            if (compiles(name)) {
                return name;
            }
        }
        var reason = "needs a C compiler: none of cc, gcc and clang compiles here";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(reason);
        }
        return Assumptions.abort(reason);
    }

    // A compiler without the headers of the C library is none.
    private static boolean compiles(String compiler) throws InterruptedException {
        try {
            var trial = new ProcessBuilder(compiler, "-fsyntax-only", "-x", "c", "-")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var program = trial.outputWriter()) {
                program.write("#include <pthread.h>\n");
            }
            return trial.waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
