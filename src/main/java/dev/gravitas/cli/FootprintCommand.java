package dev.gravitas.cli;

import dev.gravitas.model.Footprint;
import dev.gravitas.report.FootprintDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/// `gravitas footprint`
@Command(name = "footprint", mixinStandardHelpOptions = true, description = "Table sizes, row counts (≈ for the console's own tables), oldest and newest record.")
final class FootprintCommand implements Callable<Integer> {
    private final GravitasCommand root;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    FootprintCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        try (var database = root.backstage().open(root.folder())) {
            var footprint = database.queries().footprint();
            json.print(spec, FootprintDocument.of(footprint), out -> print(footprint, out));
        }
        return ExitCode.OK;
    }

    private static void print(Footprint footprint, PrintWriter out) {
        var table = new TextTable(1, "Table", "rows", "size", "of it indexes");
        footprint.tables()
                .forEach(row -> table.row(row.name(), (row.rowsExact() ? "" : "≈ ") + Figures.count(row.rows()),
                        Figures.megabytes(row.sizeBytes()), Figures.megabytes(row.indexBytes())));
        table.print(out);
        out.println();
        out.println("Database " + Figures.megabytes(footprint.databaseBytes()) + " (MB = 10^6 bytes); telemetry from "
                + Figures.time(footprint.oldestRecord()) + " to " + Figures.time(footprint.newestRecord()) + ".");
    }
}
