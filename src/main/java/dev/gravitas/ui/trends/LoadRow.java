package dev.gravitas.ui.trends;

import dev.gravitas.ui.chart.ModelName;

/// One line of the load latency table.
public record LoadRow(ModelName model, String loads, String failed, String mean, String p50, String p95) {}
