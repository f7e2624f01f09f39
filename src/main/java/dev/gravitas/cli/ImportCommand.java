package dev.gravitas.cli;

import dev.gravitas.archive.ImportException;
import dev.gravitas.archive.ImportReport;
import dev.gravitas.archive.RequestCsvImport;
import dev.gravitas.model.Legible;
import dev.gravitas.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `gravitas import`
@Command(name = "import", mixinStandardHelpOptions = true, description = "Stores measurements from CSV files with the header%n"
        + "request,component,prompt_tokens,tokens_generated,ttft_s,inference_time_s,error%n"
        + "(columns in any order). The same content is never stored twice.")
final class ImportCommand implements Callable<Integer>, Checked {
    private static final List<Integer> WORST_FIRST = List.of(ExitCode.INTERRUPTED, ExitCode.BAD_INPUT,
            ExitCode.BAD_ROWS);

    private final GravitasCommand root;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files.")
    private List<Path> files = List.of();

    @Option(names = "--spread-days", paramLabel = "N", defaultValue = "0", description = "The files carry no times: lay their rows evenly over the last N days, 0 to 60 "
            + "(default: 0, all rows at the time of the import).")
    private int spreadDays;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ImportCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public void check() {
        if (spreadDays < 0 || spreadDays > RequestCsvImport.MAX_SPREAD_DAYS) {
            throw new ParameterException(spec.commandLine(),
                    "--spread-days is " + spreadDays + "; it must be from 0 to "
                            + RequestCsvImport.MAX_SPREAD_DAYS);
        }
    }

    @Override
    public Integer call() throws Exception {
        try (var database = root.backstage().open(root.folder())) {
            var job = new RequestCsvImport(database.imports(), Clock.systemUTC());
            return all(job);
        }
    }

    /// A file that cannot be used does not keep the others out.
    private int all(RequestCsvImport job) throws StoreException {
        var codes = new ArrayList<Integer>();
        for (var file : files) {
            if (!codes.contains(ExitCode.INTERRUPTED)) {
                codes.add(one(job, file));
            }
        }
        return WORST_FIRST.stream().filter(codes::contains).findFirst().orElse(ExitCode.OK);
    }

    private int one(RequestCsvImport job, Path file) throws StoreException {
        try {
            return run(job, file);
        } catch (ImportException e) {
            root.tell(Legible.text(String.valueOf(e.getMessage())));
            return ExitCode.BAD_INPUT;
        } catch (StoreException e) {
            throw new StoreException(e.kind(), Legible.text(file + ": " + e.getMessage()
                    + " What was stored stays; run the import again to go on from there."), e);
        }
    }

    private int run(RequestCsvImport job, Path file) throws ImportException, StoreException {
        var err = spec.commandLine().getErr();
        var line = new ProgressLine(err, Legible.text(file.getFileName() + ""));
        ImportReport report;
        try {
            report = job.run(file, spreadDays, line::show, root.backstage()::interrupted);
        } finally {
            line.clear();
        }
        report.rejected()
                .forEach(row -> err.println("line " + row.line() + ": "
                        + (row.field() == null
                                ? ""
                                : row.field() + (row.value() == null ? "" : " is '" + row.value() + "'") + ": ")
                        + row.reason()));
        if (report.rowsRejected() > report.rejected().size() && !report.rejected().isEmpty()) {
            err.println("… and " + Figures.count(report.rowsRejected() - report.rejected().size()) + " more bad rows");
        }
        print(file, report, spec.commandLine().getOut());
        return switch (report.outcome()) {
            case CANCELLED -> ExitCode.INTERRUPTED;
            case ALREADY_IMPORTED -> ExitCode.OK;
            case IMPORTED -> report.rowsRejected() > 0 ? ExitCode.BAD_ROWS : ExitCode.OK;
        };
    }

    private static void print(Path file, ImportReport report, PrintWriter out) {
        var text = switch (report.outcome()) {
            case IMPORTED -> Figures.count(report.rowsAdded()) + " rows stored"
                    + (report.rowsStoredBefore() > 0
                            ? " (" + Figures.count(report.rowsStoredBefore()) + " before)"
                            : "")
                    + (report.rowsRejected() > 0
                            ? ", " + Figures.count(report.rowsRejected()) + " bad rows left out"
                            : "");
            case ALREADY_IMPORTED ->
                "imported already, begun " + Figures.time(report.startedAt()) + ": nothing added to its "
                        + Figures.count(report.rowsStored()) + " rows";
            case CANCELLED -> "interrupted with " + Figures.count(report.rowsStored())
                    + " rows stored; run it again to go on";
        };
        var name = Legible.text(file.toString());
        out.println(name + ": " + text);
        if (!report.ignoredColumns().isEmpty()) {
            out.println(name + ": columns not used: " + String.join(", ", report.ignoredColumns()));
        }
        out.flush();
    }
}
