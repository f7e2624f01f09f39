package dev.gravitas.model;

/// The version of the telemetry's tables, counted from 1.
///
/// @param stored that the database has
/// @param known the newest that this program knows
public record SchemaVersion(int stored, int known) {}
