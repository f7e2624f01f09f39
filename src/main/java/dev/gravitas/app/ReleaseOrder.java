package dev.gravitas.app;

import dev.gravitas.config.DataFolder;

import java.io.IOException;
import java.time.Duration;

/// How a command asks all consoles on a data folder to leave the GPUs' driver alone.
///
/// @param limit how long it waits for them
record ReleaseOrder(DataFolder folder, Duration limit) {
    private static final Duration PAUSE = Duration.ofMillis(50);

    /// @return whether none uses the driver now
    boolean release() throws IOException {
        new ReleaseFile(folder.gpuRelease()).make();
        var lock = new GpuLock(folder.gpuLock());
        long end = System.nanoTime() + limit.toNanos();
        boolean free = lock.isFree();
        while (!free && System.nanoTime() - end < 0 && Threads.pause(PAUSE)) {
            free = lock.isFree();
        }
        return free;
    }

    /// @return whether they were to leave it alone
    boolean resume() throws IOException {
        var file = new ReleaseFile(folder.gpuRelease());
        boolean released = file.exists();
        file.remove();
        return released;
    }
}
