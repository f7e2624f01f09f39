package dev.gravitas.app;

import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.gpu.GpuSource;
import dev.gravitas.model.DriverVersions;
import dev.gravitas.model.GpuFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;

/// GPUs of which other processes can tell whether this one uses them, and whose driver is not opened while that is asked for.
/// The lock is shared before the file is looked for, and who asks makes the file before looking at the lock; so once the lock
/// is free, it stays free.
final class ReleasableGpus implements GpuSource {
    private static final Logger LOG = LoggerFactory.getLogger(ReleasableGpus.class);

    private final GpuSource gpus;
    private final GpuLock lock;
    private final ReleaseFile file;

    ReleasableGpus(GpuSource gpus, GpuLock lock, ReleaseFile file) {
        this.gpus = gpus;
        this.lock = lock;
        this.file = file;
    }

    @Override
    public List<GpuDevice> devices() throws GpuException {
        enter();
        return gpus.devices();
    }

    @Override
    public DriverVersions versions() throws GpuException {
        enter();
        return gpus.versions();
    }

    private void enter() throws GpuException {
        if (lock.isShared()) {
            return;
        }
        try {
            boolean shared = lock.share();
            if (file.exists()) {
                lock.letGo();
                throw new GpuException(GpuFault.RELEASED, null);
            }
            if (!shared) {
                // Nobody asks, so a call of ours that has not come back still holds it.
                throw new GpuException(GpuFault.HUNG, null);
            }
        } catch (IOException e) {
            // To know of the GPUs matters more than to be told of their release.
            LOG.debug("Others cannot tell that this process uses the GPUs", e);
        }
    }

    @Override
    public void release() {
        gpus.release();
        try {
            lock.letGo();
        } catch (IOException e) {
            LOG.warn("Others cannot tell that this process does not use the GPUs any more: {}", e.getMessage());
        }
    }
}
