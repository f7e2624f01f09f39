package dev.gravitas.report;

/// What a recording process says of itself to others: the console as `recorder.json` in the data folder, each program that
/// embeds the sensor in a file below `programs`.
///
/// @param pid its process; what is written holds only while that lives
public record RecorderDocument(long pid, LoggerDocument logger) implements Document {}
