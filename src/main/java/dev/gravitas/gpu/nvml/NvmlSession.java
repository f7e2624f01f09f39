package dev.gravitas.gpu.nvml;

import com.sun.jna.Pointer;
import dev.gravitas.gpu.GpuDevice;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.gpu.GpuSource;
import dev.gravitas.gpu.LostDevice;
import dev.gravitas.model.DriverVersions;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// GPUs by NVML. The library is loaded once; a session lasts until it is released or lost. Handles are got anew in each
/// round, because one that outlived its GPU may crash the process inside the library.
public final class NvmlSession implements GpuSource {
    private static final Logger LOG = LoggerFactory.getLogger(NvmlSession.class);
    private static final Path MEMORY_FILE = Path.of("/proc/meminfo");
    private static final int VERSION_BYTES = 80;
    private static final int CUDA_MAJOR = 1000;
    private static final int CUDA_MINOR = 10;

    private final NvmlLocations locations;
    private final Clock clock;
    private final Acquaintances acquaintances = new Acquaintances();
    private @Nullable Parts parts;
    private boolean open;

    /// All that is made once the library is there.
    private record Parts(NvmlCalls calls, NvmlNames names, NvmlSplit split, NvmlMemory memory, NvmlProcesses processes,
            UnifiedMemory unified) {
        static Parts of(NvmlLibrary library, Clock clock) {
            var calls = new NvmlCalls(library, clock);
            return new Parts(calls, new NvmlNames(calls), new NvmlSplit(calls), new NvmlMemory(calls),
                    new NvmlProcesses(calls), new UnifiedMemory(MEMORY_FILE));
        }
    }

    public NvmlSession(NvmlLocations locations, Clock clock) {
        this.locations = locations;
        this.clock = clock;
    }

    NvmlCalls calls() {
        return parts().calls();
    }

    NvmlMemory memory() {
        return parts().memory();
    }

    NvmlProcesses processes() {
        return parts().processes();
    }

    UnifiedMemory unified() {
        return parts().unified();
    }

    private Parts parts() {
        var made = parts;
        if (made == null) {
            throw new IllegalStateException("Nothing was asked yet.");
        }
        return made;
    }

    @Override
    public List<GpuDevice> devices() throws GpuException {
        ensureOpen();
        var scratch = calls().scratch();
        check(calls().library().call(NvmlFunction.COUNT, scratch));
        int count = scratch.getInt(0);
        var devices = new ArrayList<GpuDevice>();
        for (int index = 0; index < count; index++) {
            devices.addAll(at(index));
        }
        if (devices.isEmpty()) {
            release();
            throw new GpuException(GpuFault.NO_GPU, null);
        }
        return acquaintances.recognise(devices);
    }

    /// A GPU, and the parts of it.
    private List<GpuDevice> at(int index) throws GpuException {
        var place = calls().second();
        int code = calls().library().call(NvmlFunction.HANDLE_BY_INDEX, index, place);
        if (code == NvmlCode.NO_PERMISSION || code == NvmlCode.OPERATING_SYSTEM) {
            return List.of(DeniedDevice.at(index));
        }
        if (NvmlCode.sessionFault(code) == GpuFault.LOST) {
            return List.of(new LostDevice(GpuIdentity.unknown(index, NvmlNames.SILENT), calls().said(code)));
        }
        check(code);
        var handle = place.getPointer(0);
        try {
            return under(handle, index);
        } catch (GpuException e) {
            if (e.fault() != GpuFault.LOST) {
                throw e;
            }
            return List.of(new LostDevice(parts().names().rest(handle, index), e.getMessage()));
        }
    }

    private List<GpuDevice> under(Pointer handle, int index) throws GpuException {
        var devices = new ArrayList<GpuDevice>();
        var whole = parts().names().whole(handle, index);
        devices.add(new NvmlDevice(whole, handle, false, this));
        for (var part : parts().split().of(handle)) {
            devices.add(new NvmlDevice(parts().names().part(part, whole), part.handle(), true, this));
        }
        return devices;
    }

    @Override
    public DriverVersions versions() throws GpuException {
        ensureOpen();
        int code = calls().library().call(NvmlFunction.CUDA_VERSION, calls().scratch());
        int cuda = code == NvmlCode.SUCCESS ? calls().scratch().getInt(0) : 0;
        return new DriverVersions(calls().text(NvmlFunction.DRIVER_VERSION, VERSION_BYTES),
                calls().text(NvmlFunction.NVML_VERSION, VERSION_BYTES),
                cuda == 0 ? "" : cuda / CUDA_MAJOR + "." + cuda % CUDA_MAJOR / CUDA_MINOR);
    }

    private void ensureOpen() throws GpuException {
        if (parts == null) {
            var library = NvmlLibrary.load(locations);
            LOG.info("NVML is {}", library.path());
            parts = Parts.of(library, clock);
        }
        if (open) {
            return;
        }
        int code = calls().library().call(NvmlFunction.INIT);
        if (code != NvmlCode.SUCCESS) {
            throw new GpuException(NvmlCode.openingFault(code), calls().said(code));
        }
        open = true;
    }

    private void check(int code) throws GpuException {
        if (code == NvmlCode.SUCCESS) {
            return;
        }
        calls().requireSession(code);
        throw new GpuException(GpuFault.FAILED, calls().said(code));
    }

    @Override
    public void release() {
        if (open) {
            open = false;
            int code = calls().library().call(NvmlFunction.SHUTDOWN);
            if (code != NvmlCode.SUCCESS && code != NvmlCode.UNINITIALIZED) {
                LOG.warn("The NVML session did not close well: {}", calls().library().words(code));
            }
        }
    }
}
