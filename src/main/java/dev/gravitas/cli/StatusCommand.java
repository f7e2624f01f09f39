package dev.gravitas.cli;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.StoredRows;
import dev.gravitas.report.StatusDocument;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

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
        StatusDocument document;
        try (var database = root.backstage().open(root.folder())) {
            document = document(recorder.orElse(null), database.check(), new Rows(
                    database.queries().storedRows(), database.queries().footprint().databaseBytes()));
        } catch (StoreException e) {
            document = document(recorder.orElse(null), unavailable(e), null);
        }
        var told = document;
        json.print(spec, document, out -> print(told, out));
        return told.database().state().equals("ready") ? ExitCode.OK : ExitCode.DATABASE;
    }

    private record Rows(StoredRows stored, long databaseBytes) {}

    private static DatabaseStatus unavailable(StoreException failure) {
        var message = failure.getMessage();
        return new DatabaseStatus(DatabaseStatus.State.UNAVAILABLE, message == null ? "no reason given" : message, null,
                "none");
    }

    private StatusDocument document(Backstage.@Nullable Recorder recorder, DatabaseStatus database,
            @Nullable Rows rows) {
        return StatusDocument.of(recorder == null ? StatusDocument.Role.NONE : recorder.role(), database,
                rows == null ? null : rows.stored(), rows == null ? null : rows.databaseBytes(),
                recorder == null ? null : recorder.endpointUrl().orElse(null), root.folder().root(),
                ProductVersion.text());
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
        out.println("Endpoint   " + (status.endpoint() == null ? "not running" : status.endpoint().url()));
        out.println("Data       " + status.dataFolder());
    }
}
