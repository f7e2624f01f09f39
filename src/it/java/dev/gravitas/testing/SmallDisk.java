package dev.gravitas.testing;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk of a few megabytes, in memory, that a test may fill. Needs the right to mount; without it the test is skipped.
public final class SmallDisk implements AutoCloseable {
    private final Path root;

    public SmallDisk(Path mountPoint, int megabytes) throws Exception {
        root = Files.createDirectories(mountPoint);
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", root.toString()),
                "needs the right to mount a disk");
    }

    public Path root() {
        return root;
    }

    /// Takes every byte that is left.
    public void fill() {
        byte[] block = new byte[4096];
        try (OutputStream stream = Files.newOutputStream(filler())) {
            while (true) {
                stream.write(block);
            }
        } catch (IOException _) {
            // Full: that is what was wanted.
        }
    }

    /// Gives back what [#fill] took.
    public void empty() throws IOException {
        Files.deleteIfExists(filler());
    }

    public void remount(String options) throws Exception {
        if (!run("mount", "-o", "remount," + options, root.toString())) {
            throw new AssertionError("The disk could not be mounted as " + options);
        }
    }

    private Path filler() {
        return root.resolve("filler");
    }

    private static boolean run(String... words) throws Exception {
        return new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor() == 0;
    }

    @Override
    public void close() throws Exception {
        run("umount", "-l", root.toString());
    }
}
