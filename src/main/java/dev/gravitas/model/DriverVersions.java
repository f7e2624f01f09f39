package dev.gravitas.model;

/// Which software answers for the GPUs.
///
/// @param driver the kernel driver's version, `580.65.06`
/// @param nvml the library's version
/// @param cuda newest CUDA version that the driver knows, `13.0`
public record DriverVersions(String driver, String nvml, String cuda) {}
