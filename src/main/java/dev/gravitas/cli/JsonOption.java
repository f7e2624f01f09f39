package dev.gravitas.cli;

import dev.gravitas.report.DemoDocument;
import dev.gravitas.report.Document;
import dev.gravitas.report.JsonText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import java.io.PrintWriter;
import java.util.function.Consumer;

/// `--json`, shared by every command that reports.
final class JsonOption {
    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    /// For a mode that has no document.
    void refuseWith(CommandSpec spec, String mode) {
        if (json) {
            throw new ParameterException(spec.commandLine(), "--json and " + mode + " cannot be used together");
        }
    }

    /// Prints the document as JSON, or the text for people.
    void print(CommandSpec spec, Document document, Consumer<PrintWriter> text) {
        var out = spec.commandLine().getOut();
        boolean demo = spec.root().userObject() instanceof GravitasCommand root && root.isDemo();
        if (json) {
            out.println(JsonText.pretty(DemoDocument.of(document, demo)));
        } else {
            if (demo) {
                out.println(DemoOption.LABEL);
                out.println();
            }
            text.accept(out);
        }
        out.flush();
    }
}
