package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;

import java.util.concurrent.Executor;

/// What all charts of a window share.
///
/// @param work background threads: large pictures are made ready there, and files written
public record ChartTools(Formats formats, Strings strings, FxBridge bridge, Executor work, ChartFiles files) {}
