package dev.gravitas.bench;

import dev.gravitas.store.StoreException;

import java.time.Instant;

/// A question that the window and the endpoint ask, beside the plain SQL that says the same.
///
/// @param <A> what the console answers
interface Question<A> {
    /// The operation in the report.
    String name();

    A ask(Instant now) throws StoreException;

    /// Whether a row that was just committed is in the answer.
    boolean shows(A answer, FreshRows.Row row);

    Answer figures(A answer);

    /// The same by plain SQL over the rows.
    Answer askNaively(Instant now);
}
