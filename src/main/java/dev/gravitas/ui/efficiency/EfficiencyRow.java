package dev.gravitas.ui.efficiency;

import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.chart.Share;

/// One line of the ranking as it is written on screen.
public record EfficiencyRow(String rank, ModelName model, String msPerToken, Share bar, String tokensPerSecond,
        String ttft, String p50, String p95, String p99, String requests, String tokens, String notRanked,
        String lastSeen) {}
