package dev.gravitas.ui.overview;

import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.chart.Share;

/// One line of the ranking of the last 24 hours.
record RankRow(String rank, ModelName model, String msPerToken, Share bar, String p95, String requests) {}
