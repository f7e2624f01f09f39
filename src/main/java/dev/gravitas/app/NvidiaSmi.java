package dev.gravitas.app;

import dev.gravitas.cli.Backstage.SmiMemory;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Asks the driver's own program for the memory of the GPUs.
record NvidiaSmi(String program, Duration limit) {
    private static final int COLUMNS = 4;

    /// @throws IOException when it is not there, takes too long, or says something else
    List<SmiMemory> memory() throws IOException {
        var process = started();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it has not answered for " + limit.toSeconds() + " s");
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException(said.strip());
            }
            return said.lines().map(String::strip).filter(line -> !line.isEmpty()).map(NvidiaSmi::parsed).toList();
        } catch (IllegalArgumentException e) {
            throw new IOException("its answer cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("told to stop before it answered", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process started() throws IOException {
        try {
            return new ProcessBuilder(program, "--query-gpu=uuid,memory.total,memory.used,memory.free",
                    "--format=csv,noheader,nounits").redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("it is not on the PATH, or may not be run. It comes with NVIDIA's driver.", e);
        }
    }

    static SmiMemory parsed(String line) {
        var cells = line.split("\\s*,\\s*");
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("'" + line + "'");
        }
        return new SmiMemory(cells[0], mib(cells[1]), mib(cells[2]), mib(cells[3]));
    }

    /// `[N/A]` where a GPU shares the system's memory.
    private static @Nullable Long mib(String cell) {
        return cell.startsWith("[") ? null : Long.valueOf(cell);
    }
}
