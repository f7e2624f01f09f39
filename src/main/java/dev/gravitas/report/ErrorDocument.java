package dev.gravitas.report;

/// What a refused request is told: a code and nothing else.
public record ErrorDocument(String error) implements Document {}
