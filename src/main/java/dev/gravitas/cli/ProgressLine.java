package dev.gravitas.cli;

import dev.gravitas.archive.ImportProgress;

import java.io.PrintWriter;

/// One line of progress that overwrites itself; silent where standard error is no terminal.
final class ProgressLine {
    private static final String CLEAR = "\r\u001b[2K";

    private final PrintWriter err;
    private final String name;
    private final boolean terminal;

    ProgressLine(PrintWriter err, String name) {
        this.err = err;
        this.name = name;
        this.terminal = System.console() != null && System.console().isTerminal();
    }

    void show(ImportProgress.Step step) {
        if (terminal) {
            var percent = step.bytesTotal() <= 0 ? 100 : 100 * step.bytesDone() / step.bytesTotal();
            var phase = step.phase() == ImportProgress.Phase.CHECKING ? "checking" : "storing";
            err.print(CLEAR + name + ": " + phase + " " + percent + " %, " + Figures.count(step.rowsDone()) + " rows");
            err.flush();
        }
    }

    void clear() {
        if (terminal) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
