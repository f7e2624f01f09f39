package dev.gravitas.cli;

import dev.gravitas.report.BenchDocument;
import dev.gravitas.report.BenchDocument.Machine;
import dev.gravitas.report.BenchDocument.Operation;
import dev.gravitas.report.BenchDocument.Rate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `gravitas bench`
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures the store on this machine, in a scratch database that is gone afterwards.%n"
        + "Needs 10 GB of free disk in the system's temporary folder; takes minutes.")
final class BenchCommand implements Callable<Integer>, Checked {
    private final GravitasCommand root;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "72000", description = "Rows in the telemetry table, 1000 to 20000000 (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BenchCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public void check() {
        var range = root.backstage().benchRows();
        if (rows < range.fewest() || rows > range.most()) {
            throw new ParameterException(spec.commandLine(),
                    "--rows is " + rows + "; it must be from " + range.fewest() + " to " + range.most());
        }
    }

    @Override
    public Integer call() throws Exception {
        var err = spec.commandLine().getErr();
        var measured = root.backstage().bench(root.folder(), rows, line -> err.println("bench: " + line));
        if (measured.isEmpty()) {
            return ExitCode.INTERRUPTED;
        }
        json.print(spec, measured.get(), out -> print(measured.get(), out));
        return ExitCode.OK;
    }

    private static void print(BenchDocument bench, PrintWriter out) {
        var table = new TextTable(1, "On " + Figures.count(bench.rows()) + " rows", "median ms", "p99 ms",
                "p99 ms under ingest", "plain SQL median ms", "runs");
        bench.results().forEach(operation -> row(table, operation));
        table.print(out);
        out.println();
        out.println("Ingest " + Figures.count(bench.ingestEventsPerS()) + " events/s, "
                + percent(bench.ingestToCopy()) + " of COPY from a file into the same tables ("
                + Figures.count(bench.copyEventsPerS()) + "), " + percent(bench.ingestToBareCopy())
                + " of COPY into a bare table (" + Figures.count(bench.bareCopyEventsPerS()) + ").");
        bench.rates().forEach(rate -> out.println(spread(rate)));
        out.println("A call of the logger takes its caller " + Figures.decimal(bench.logCallMedianUs(), 1) + " µs.");
        out.println("Disk " + Figures.decimal(bench.bytesPerRow(), 0) + " bytes a row ("
                + Figures.decimal(bench.bytesPerRowAtOnce(), 0) + " before housekeeping); peak heap while logging "
                + Figures.megabytes(bench.peakHeapBytes()) + ".");
        out.println(machine(bench.machine()) + ", " + Figures.time(bench.measuredAt()));
        out.flush();
    }

    private static void row(TextTable table, Operation operation) {
        table.row(operation.operation(), Figures.decimal(operation.medianMs(), 2),
                Figures.decimal(operation.p99Ms(), 2),
                Figures.decimal(operation.p99MsUnderIngest(), 2), Figures.decimal(operation.naiveMedianMs(), 2),
                Figures.count(operation.runs()));
    }

    private static String spread(Rate rate) {
        return "  " + rate.name() + " on a sample, " + rate.runs() + " runs: " + Figures.count(rate.min()) + " / "
                + Figures.count(rate.median()) + " / " + Figures.count(rate.max()) + " events/s (min / median / max)";
    }

    private static String machine(Machine machine) {
        return machine.cores() + " cores, " + Figures.megabytes(machine.memoryBytes()) + " memory, " + machine.os()
                + ", " + machine.java() + ", PostgreSQL " + machine.postgresql();
    }

    private static String percent(@Nullable Double share) {
        return share == null ? Figures.decimal(null, 0) : String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
