package dev.gravitas.store.postgres;

import org.jspecify.annotations.Nullable;

/// A row as another program inserts it: texts as PostgreSQL reads them.
///
/// @param time null for the column's default
record PlainRow(String eventType, @Nullable String component, @Nullable Double value, @Nullable String metadata,
        @Nullable String status, @Nullable String time, String host) {}
