package dev.gravitas.gpu.nvml;

/// The functions of the library that are used. Which of them a driver has is found out, never assumed.
enum NvmlFunction {
    INIT("nvmlInit_v2"),
    SHUTDOWN("nvmlShutdown"),
    ERROR_STRING("nvmlErrorString"),
    DRIVER_VERSION("nvmlSystemGetDriverVersion"),
    NVML_VERSION("nvmlSystemGetNVMLVersion"),
    CUDA_VERSION("nvmlSystemGetCudaDriverVersion"),
    COUNT("nvmlDeviceGetCount_v2"),
    HANDLE_BY_INDEX("nvmlDeviceGetHandleByIndex_v2"),
    UUID("nvmlDeviceGetUUID"),
    NAME("nvmlDeviceGetName"),
    PCI_INFO("nvmlDeviceGetPciInfo_v3"),
    MEMORY("nvmlDeviceGetMemoryInfo"),
    MEMORY_V2("nvmlDeviceGetMemoryInfo_v2"),
    UTILIZATION("nvmlDeviceGetUtilizationRates"),
    TEMPERATURE("nvmlDeviceGetTemperature"),
    POWER("nvmlDeviceGetPowerUsage"),
    POWER_LIMIT("nvmlDeviceGetEnforcedPowerLimit"),
    CLOCK("nvmlDeviceGetClockInfo"),
    CLOCK_REASONS("nvmlDeviceGetCurrentClocksEventReasons"),
    THROTTLE_REASONS("nvmlDeviceGetCurrentClocksThrottleReasons"),
    FAN("nvmlDeviceGetFanSpeed"),
    MIG_MODE("nvmlDeviceGetMigMode"),
    MIG_COUNT("nvmlDeviceGetMaxMigDeviceCount"),
    MIG_HANDLE("nvmlDeviceGetMigDeviceHandleByIndex"),
    GPU_INSTANCE("nvmlDeviceGetGpuInstanceId"),
    COMPUTE_INSTANCE("nvmlDeviceGetComputeInstanceId"),
    COMPUTE_PROCESSES("nvmlDeviceGetComputeRunningProcesses"),
    COMPUTE_PROCESSES_V2("nvmlDeviceGetComputeRunningProcesses_v2"),
    COMPUTE_PROCESSES_V3("nvmlDeviceGetComputeRunningProcesses_v3"),
    GRAPHICS_PROCESSES("nvmlDeviceGetGraphicsRunningProcesses"),
    GRAPHICS_PROCESSES_V2("nvmlDeviceGetGraphicsRunningProcesses_v2"),
    GRAPHICS_PROCESSES_V3("nvmlDeviceGetGraphicsRunningProcesses_v3");

    private final String symbol;

    NvmlFunction(String symbol) {
        this.symbol = symbol;
    }

    /// Its name in the library.
    String symbol() {
        return symbol;
    }
}
