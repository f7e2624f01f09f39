package dev.gravitas.gpu.nvml;

import com.sun.jna.Pointer;
import dev.gravitas.gpu.GpuException;
import dev.gravitas.model.GpuIdentity;
import org.jspecify.annotations.Nullable;

/// Reads which GPU, or which part of one, a handle stands for.
record NvmlNames(NvmlCalls calls) {
    private static final int UUID_BYTES = 96;
    private static final int NAME_BYTES = 96;
    /// The name of a GPU that does not tell its own.
    static final String SILENT = "GPU that does not answer";

    GpuIdentity whole(Pointer handle, int index) throws GpuException {
        return new GpuIdentity(id(handle, GpuIdentity.standIn(index)), busId(handle), name(handle, "NVIDIA GPU"),
                index);
    }

    /// Of a GPU that is lost, what the driver can tell without it.
    GpuIdentity rest(Pointer handle, int index) {
        return new GpuIdentity(or(() -> id(handle, ""), GpuIdentity.standIn(index)), or(() -> busId(handle), ""),
                or(() -> name(handle, ""), SILENT), index);
    }

    /// A question to a GPU that may be lost.
    @FunctionalInterface
    private interface Question {
        String ask() throws GpuException;
    }

    private static String or(Question question, String otherwise) {
        try {
            return or(question.ask(), otherwise);
        } catch (GpuException _) {
            return otherwise;
        }
    }

    /// The driver's name of a part has its profile, as in `NVIDIA A100 MIG 3g.20gb`; parts of one profile differ by their
    /// instances.
    GpuIdentity part(NvmlSplit.Part part, GpuIdentity whole) throws GpuException {
        var handle = part.handle();
        return new GpuIdentity(id(handle, whole.id() + "-part-" + part.slot()), whole.pciBusId(),
                name(handle, whole.name()), whole.index(), new GpuIdentity.Part(whole.id(), part.slot(),
                        instance(NvmlFunction.GPU_INSTANCE, handle), instance(NvmlFunction.COMPUTE_INSTANCE, handle)));
    }

    private String id(Pointer handle, String otherwise) throws GpuException {
        return or(calls.text(NvmlFunction.UUID, UUID_BYTES, handle), otherwise);
    }

    private String name(Pointer handle, String otherwise) throws GpuException {
        return or(calls.text(NvmlFunction.NAME, NAME_BYTES, handle), otherwise);
    }

    private static String or(String told, String otherwise) {
        return told.isEmpty() ? otherwise : told;
    }

    private String busId(Pointer handle) throws GpuException {
        var place = calls.scratch();
        place.clear();
        int code = calls.library().call(NvmlFunction.PCI_INFO, handle, place);
        calls.requireSession(code);
        return code == NvmlCode.SUCCESS ? place.getString(NvmlLayout.PCI_INFO.at("busId"), "UTF-8") : "";
    }

    private @Nullable Integer instance(NvmlFunction function, Pointer handle) throws GpuException {
        int code = calls.library().call(function, handle, calls.scratch());
        calls.requireSession(code);
        return code == NvmlCode.SUCCESS ? calls.scratch().getInt(0) : null;
    }
}
