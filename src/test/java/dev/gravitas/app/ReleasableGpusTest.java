package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gravitas.config.DataFolder;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.model.GpuFault;
import dev.gravitas.testing.ScriptedGpus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

class ReleasableGpusTest {
    @TempDir
    private Path root;
    private final ScriptedGpus driver = new ScriptedGpus().free("GPU-a", 20_000);
    private DataFolder folder;
    private ReleasableGpus gpus;

    @BeforeEach
    void console() {
        folder = new DataFolder(root);
        gpus = new ReleasableGpus(driver, new GpuLock(folder.gpuLock()), new ReleaseFile(folder.gpuRelease()));
    }

    @AfterEach
    void close() {
        gpus.close();
    }

    private boolean release(Duration limit) throws Exception {
        return new ReleaseOrder(folder, limit).release();
    }

    @Test
    void tellsOthersForAsLongAsASessionMayBeOpen() throws Exception {
        var others = new GpuLock(folder.gpuLock());
        assertThat(others.isFree()).isTrue();
        gpus.versions();
        gpus.devices();
        assertThat(others.isFree()).isFalse();
        gpus.release();
        assertThat(driver.open()).isFalse();
        assertThat(others.isFree()).isTrue();
        gpus.devices();
        assertThat(others.isFree()).isFalse();
    }

    @Test
    void doesNotOpenTheDriverWhileItIsReleased() throws Exception {
        assertThat(release(Duration.ZERO)).isTrue();
        assertThat(release(Duration.ZERO)).as("again").isTrue();
        assertThatExceptionOfType(GpuException.class).isThrownBy(gpus::versions)
                .matches(failure -> failure.fault() == GpuFault.RELEASED);
        assertThat(driver.opened()).isZero();
        assertThat(new ReleaseOrder(folder, Duration.ZERO).resume()).isTrue();
        assertThat(new ReleaseOrder(folder, Duration.ZERO).resume()).isFalse();
        gpus.versions();
        assertThat(driver.open()).isTrue();
    }

    /// A call before may never return, and holds on to what it had.
    @Test
    void callsNothingReleasedThatNobodyReleased() throws Exception {
        var earlier = new GpuLock(folder.gpuLock());
        earlier.share();
        assertThatExceptionOfType(GpuException.class).isThrownBy(gpus::versions)
                .matches(failure -> failure.fault() == GpuFault.HUNG);
        earlier.letGo();
        gpus.versions();
        assertThat(driver.open()).isTrue();
    }

    @Test
    void saysThatAConsoleHasNotLetGoYet() throws Exception {
        gpus.devices();
        assertThat(release(Duration.ofMillis(100))).isFalse();
        gpus.release();
        assertThat(release(Duration.ZERO)).isTrue();
    }
}
