package dev.gravitas.ui.overview;

/// One line about the console itself.
record HealthFact(String label, String value, Level level) {}
