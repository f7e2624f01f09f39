package dev.gravitas.model;

/// Why no GPU can be read.
///
/// - `STARTING`: it was not asked yet
/// - `NO_DRIVER`: this machine has no NVIDIA driver, which is nothing unusual
/// - `LIBRARY`: the operator named a library that cannot be used
/// - `NO_GPU`: there is a driver and no GPU behind it
/// - `MISMATCH`: the library is of another version than the kernel module, as after an update
/// - `PERMISSION`: this account may not use it
/// - `LOST`: it was there and is not any more
/// - `ASLEEP`: it sleeps to save power, and asking would wake it
/// - `HUNG`: the driver holds a call for longer than it ever should
/// - `RELEASED`: the operator closed the session so that the driver can be unloaded
/// - `FAILED`: something that nobody expects
public enum GpuFault {
    STARTING, NO_DRIVER, LIBRARY, NO_GPU, MISMATCH, PERMISSION, LOST, ASLEEP, HUNG, RELEASED, FAILED;

    /// Whether an operator should look after it: a machine without a GPU is a normal one, and one may sleep or be released.
    public boolean worries() {
        return switch (this) {
            case STARTING, NO_DRIVER, NO_GPU, ASLEEP, RELEASED -> false;
            case LIBRARY, MISMATCH, PERMISSION, LOST, HUNG, FAILED -> true;
        };
    }

    /// What is the matter, as a sentence.
    public String what() {
        return switch (this) {
            case STARTING -> "The GPUs are being looked for.";
            case NO_DRIVER -> "No NVIDIA driver found.";
            case LIBRARY -> "The NVIDIA library that is set cannot be used.";
            case NO_GPU -> "The NVIDIA driver knows no GPU.";
            case MISMATCH -> "The NVIDIA library and the kernel module are of different versions.";
            case PERMISSION -> "This account may not use the GPU.";
            case LOST -> "The GPU does not answer any more.";
            case ASLEEP -> "The GPU sleeps to save power.";
            case HUNG -> "The NVIDIA driver has not answered for some seconds.";
            case RELEASED -> "The GPU is released.";
            case FAILED -> "The NVIDIA library answers in an unexpected way.";
        };
    }

    /// What to do about it, as sentences.
    public String advice() {
        return switch (this) {
            case STARTING -> "This takes some seconds at most.";
            case NO_DRIVER -> "Nothing is wrong if this machine has no NVIDIA GPU. Else install its driver, or name its"
                    + " library in the setting gpu.nvml_library.";
            case LIBRARY ->
                "Correct the setting gpu.nvml_library, or GRAVITAS_NVML where the environment has it; without"
                        + " either, the library is looked for where the driver puts it.";
            case NO_GPU -> "Check with nvidia-smi whether the GPU is enabled and powered.";
            case MISMATCH -> "Restart the machine to finish the driver's update, then the console.";
            case PERMISSION -> "Let it read and write /dev/nvidia*; in a container, pass the GPU through.";
            case LOST -> "A console that runs tries again every few seconds. If it stays so, look into the system's log"
                    + " for Xid messages; a restart of the machine brings it back.";
            case ASLEEP -> "It is read again once a program wakes it.";
            case HUNG -> "Everything else goes on. If it stays so, the driver has stopped: look into the system's log,"
                    + " and restart the machine.";
            case RELEASED ->
                "No console uses the driver, until you resume: in the window, or by gravitas gpu --resume.";
            case FAILED -> "The log has the details. It is tried again every few seconds.";
        };
    }
}
