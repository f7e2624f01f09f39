package dev.gravitas.diagnostics;

/// Under which terms a part of the console stands.
///
/// @param part its name
/// @param terms names of its licences, `; ` between several
/// @param address where it comes from, empty where that is not told
public record Licence(String part, String version, String terms, String address) {}
