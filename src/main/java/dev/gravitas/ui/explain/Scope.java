package dev.gravitas.ui.explain;

/// What figures that were read together have in common.
///
/// @see Explanation
public record Scope(String source, String filter, String definition, String read) {

    /// Of another part of what was asked for.
    public Scope filtered(String other) {
        return new Scope(source, other, definition, read);
    }

    /// Of times that cover something else; empty for no times.
    public Scope defined(String other) {
        return new Scope(source, filter, other, read);
    }

    public Explanation of(String subject, String value, String formula, String count) {
        return new Explanation(subject, value.strip(), formula, source, count, filter, definition, read);
    }
}
