package dev.gravitas.ui.fx;

/// What a view says instead of figures: a title and one or two sentences.
public record Notice(String title, String text) {}
