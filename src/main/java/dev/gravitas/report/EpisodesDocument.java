package dev.gravitas.report;

import dev.gravitas.model.LockoutEpisode;

import java.util.List;

/// `vram-episodes.json` of the data folder: lockouts that last, for a console that ends before they do.
public record EpisodesDocument(List<LockoutEpisode> running) implements Document {}
