package dev.gravitas.report;

/// What the recording console says of itself to others, as `recorder.json` in the data folder.
///
/// @param pid its process; what is written holds only while that lives
public record RecorderDocument(long pid, LoggerDocument logger) implements Document {}
