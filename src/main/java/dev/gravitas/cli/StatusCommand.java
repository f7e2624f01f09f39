package dev.gravitas.cli;

import dev.gravitas.model.Legible;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.report.LoggerDocument;
import dev.gravitas.report.SpoolDocument;
import dev.gravitas.report.StatusDocument;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `gravitas status`
@Command(name = "status", mixinStandardHelpOptions = true, description = "Says who records, what is stored, and whether the database is safe. Exits 4 when it is not.")
final class StatusCommand implements Callable<Integer> {
    private final GravitasCommand root;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    StatusCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var recorder = root.backstage().recorder(root.folder());
        var question = new StatusQuestion(root.backstage(), root.folder(), recorder);
        StatusDocument document;
        try (var database = root.backstage().openPromptly(root.folder())) {
            document = question.of(database);
        } catch (StoreException e) {
            document = question.without(e);
        }
        var told = document;
        json.print(spec, document, out -> print(told, out));
        return told.database().state().equals("ready") ? ExitCode.OK : ExitCode.DATABASE;
    }

    private static void print(StatusDocument status, PrintWriter out) {
        var database = status.database();
        out.println("Console    " + status.state() + (status.role().equals("none") ? "" : " (" + status.role() + ")"));
        out.println("Database   " + database.state() + ": " + database.detail());
        out.println("           " + database.connection()
                + (database.version() == null ? "" : ", PostgreSQL " + database.version())
                + (database.sizeBytes() == null ? "" : ", " + Figures.megabytes(database.sizeBytes())));
        out.println(
                "Rows       " + Figures.count(status.rowsStored()) + " stored, " + Figures.count(status.rowsThought())
                        + " thought latencies: " + Figures.count(status.rowsRanked()) + " ranked, "
                        + Figures.count(status.rowsNotRanked()) + " not");
        out.println("Newest     " + Figures.time(status.newestRecord()));
        print(status.upkeep(), out);
        if (status.logger() != null) {
            print("Logger     ", status.logger(), out);
        }
        for (var program : status.programs()) {
            out.println("Program    process " + program.pid());
            print("           ", program.logger(), out);
        }
        print(status.spool(), status.logger() != null, out);
        out.println("Endpoint   " + (status.endpoint() == null ? "not running" : status.endpoint().url()));
        out.println("Data       " + status.dataFolder());
    }

    private static void print(@Nullable List<UpkeepRecord> upkeep, PrintWriter out) {
        var title = "Upkeep     ";
        if (upkeep != null && upkeep.isEmpty()) {
            out.println(title + "none yet: a console does it a minute after its start, then hourly");
        }
        for (var done : upkeep == null ? List.<UpkeepRecord>of() : upkeep) {
            out.println(title + Legible.text(done.task()).replace('_', ' ') + ", " + Figures.time(done.doneAt()) + ": "
                    + Legible.text(done.detail()));
            title = " ".repeat(title.length());
        }
    }

    private static void print(String title, LoggerDocument logger, PrintWriter out) {
        out.println(title + Figures.count(logger.accepted()) + " accepted: "
                + Figures.count(logger.stored()) + " stored, " + Figures.count(logger.spooled()) + " spooled, "
                + Figures.count(logger.pending()) + " pending, " + Figures.count(logger.droppedEvents())
                + " dropped" + reasons(logger.dropped()));
        out.println("           " + Figures.count(sum(logger.refused())) + " refused" + reasons(logger.refused()));
    }

    private static void print(@Nullable SpoolDocument spool, boolean recording, PrintWriter out) {
        if (spool == null) {
            return;
        }
        if (spool.events() > 0) {
            var amount = Figures.count(spool.events()) + " events, " + Figures.megabytes(spool.bytes());
            out.println("Spool      " + (recording
                    ? "Recording continues on disk (" + amount + ")"
                    : amount + " wait on disk for the next start") + ", oldest " + Figures.time(spool.oldest()));
        }
        if (spool.setAside() > 0) {
            out.println("Set aside  " + Figures.count(spool.setAside()) + " events that the database refused");
        }
        if (spool.damaged().files() > 0) {
            out.println("Damaged    " + Figures.count(spool.damaged().files()) + " spool files "
                    + (recording ? "kept aside" : "to be recovered at the next start") + " ("
                    + Figures.megabytes(spool.damaged().bytes()) + "), " + Figures.count(spool.damaged().records())
                    + " events known to be lost");
        }
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String reasons(Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet()
                        .stream()
                        .map(count -> count.getKey() + " " + Figures.count(count.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
