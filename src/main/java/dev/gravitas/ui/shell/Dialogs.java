package dev.gravitas.ui.shell;

import dev.gravitas.ui.chart.time.ChartFiles;
import dev.gravitas.ui.chart.time.NativeChartFiles;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.imports.FileQuestion;
import dev.gravitas.ui.imports.NativeFileQuestion;

/// How the window asks for files.
///
/// @param imported one to be read
/// @param charts those that charts are saved to
public record Dialogs(FileQuestion imported, ChartFiles charts) {
    /// Those of the operating system.
    public static Dialogs ofSystem(Strings strings) {
        return new Dialogs(new NativeFileQuestion(strings), new NativeChartFiles(strings));
    }
}
