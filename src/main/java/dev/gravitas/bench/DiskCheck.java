package dev.gravitas.bench;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// Refuses a place with too little room.
///
/// @param reading tells the free bytes there
public record DiskCheck(FreeSpace reading) {
    /// Rows, copies of a sample, the server's log of changes, and what comes in while questions are asked.
    public static final long NEEDED_BYTES = 10_000_000_000L;

    /// Tells the free bytes of the disk that a folder lies on.
    @FunctionalInterface
    public interface FreeSpace {
        long bytes(Path folder) throws IOException;
    }

    /// @throws FileSystemException with one clear reason
    public void require(Path folder) throws IOException {
        long free = reading.bytes(folder);
        if (free < NEEDED_BYTES) {
            throw new FileSystemException(folder.toString(), null, "a bench needs 10 GB of free disk there, and "
                    + Math.floorDiv(free, 100_000_000L) / 10.0 + " GB are free");
        }
    }
}
