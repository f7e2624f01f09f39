package dev.gravitas.e2e.outage;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small disk of its own at a place, in memory; only root can have one.
record SmallDisk(Path place) implements AutoCloseable {
    private static final int BLOCK = 4096;

    static SmallDisk mount(Path place, String size) throws IOException, InterruptedException {
        Files.createDirectories(place);
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + size + ",mode=0700", "tmpfs",
                place.toString()) == 0, "needs the right to mount a disk");
        return new SmallDisk(place);
    }

    /// To the last byte.
    void fill() throws IOException {
        try (var filler = Files.newOutputStream(filler())) {
            while (true) {
                filler.write(new byte[BLOCK]);
            }
        } catch (IOException e) {
            if (Files.getFileStore(place).getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return place.resolve("filler");
    }

    private static int run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).start().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", place.toString());
    }
}
