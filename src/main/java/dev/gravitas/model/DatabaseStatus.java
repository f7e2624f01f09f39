package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

/// What is known of the database right now.
///
/// @param detail one plain sentence for the operator: the stage, or what is wrong and what to do
/// @param version the server's version, null until it answered once
/// @param connection where it is, without secrets: `embedded, socket /…`, `external, db.example:5432/gravitas`
public record DatabaseStatus(State state, String detail, @Nullable String version, String connection) {

    /// READY records durably. UNSAFE answers but cannot promise durability (fsync off, say), so nothing is acknowledged.
    public enum State {
        STARTING, READY, UNSAFE, UNAVAILABLE
    }
}
