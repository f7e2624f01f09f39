package dev.gravitas.app;

import dev.gravitas.gpu.GpuLook;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuStatus;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads all GPUs once, on a thread of its own: a driver that does not answer is given up, and ends with the process.
record GpuGlance(ThreadFactory threads, Clock clock, Duration limit) {
    GpuStatus look(GpuLook look) {
        var task = new FutureTask<>(look::read);
        threads.newThread(task).start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return failing(GpuFault.HUNG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failing(GpuFault.HUNG);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The GPUs could not be read", e.getCause());
        }
    }

    private GpuStatus failing(GpuFault fault) {
        return new GpuStatus(null, fault, null, clock.instant(), List.of(), 0);
    }
}
