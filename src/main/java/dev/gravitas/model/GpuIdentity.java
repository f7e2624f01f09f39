package dev.gravitas.model;

/// Which GPU, or which part of one.
///
/// @param id by which it is known everywhere, the driver's UUID: an index may change with each boot
/// @param pciBusId where it is plugged in, `00000000:01:00.0`; of a part, that of the whole
/// @param name as its maker has it
/// @param index among the GPUs of this machine right now, from 0
public record GpuIdentity(String id, String pciBusId, String name, int index) {}
