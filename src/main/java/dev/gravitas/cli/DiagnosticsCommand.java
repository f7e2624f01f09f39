package dev.gravitas.cli;

import dev.gravitas.diagnostics.BundleEntry;
import dev.gravitas.diagnostics.BundleFile;
import dev.gravitas.model.Legible;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

/// `gravitas diagnostics`
@Command(name = "diagnostics", mixinStandardHelpOptions = true, description = "Saves what explains this console to somebody who helps, as a zip that only you may read: versions, settings, state, GPUs, threads, files, the ends of the logs. No secrets, prompts, names of people or machines are in it.")
final class DiagnosticsCommand implements Callable<Integer>, Checked {
    private final GravitasCommand root;
    private final Clock clock = Clock.systemUTC();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to save it; a file that is there already stays (default: gravitas-diagnostics-<time>.zip here).")
    private @Nullable Path out;

    @Option(names = "--list", description = "Only say what would be in it.")
    private boolean list;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DiagnosticsCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public void check() {
        if (list && out != null) {
            throw new ParameterException(spec.commandLine(), "--list and --out cannot be used together");
        }
        if (out != null && Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new ParameterException(spec.commandLine(),
                    Legible.text(out + " is there already; name another file"));
        }
    }

    @Override
    public Integer call() throws Exception {
        var entries = root.backstage().diagnostics(root.folder(), _ -> {});
        if (entries.isEmpty()) {
            return ExitCode.INTERRUPTED;
        }
        print(entries.get());
        return list ? ExitCode.OK : save(entries.get());
    }

    private void print(List<BundleEntry> entries) {
        var table = new TextTable(1, "Entry", "bytes");
        entries.forEach(entry -> table.row(Legible.text(entry.name()), Figures.count(entry.size())));
        var output = spec.commandLine().getOut();
        table.print(output);
        output.flush();
    }

    private int save(List<BundleEntry> entries) {
        var file = out == null ? Path.of(BundleFile.name(clock.instant())) : out;
        try {
            new BundleFile(file).create(entries);
        } catch (FileAlreadyExistsException e) {
            root.tell(Legible.text(file + " is there already; nothing was saved."));
            return ExitCode.BAD_INPUT;
        } catch (IOException e) {
            root.tell(Legible.text("Nothing was saved: " + e.getMessage()));
            return ExitCode.BAD_INPUT;
        }
        var output = spec.commandLine().getOut();
        output.println();
        output.println("Saved: " + Legible.text(file.toAbsolutePath().toString()));
        output.flush();
        return ExitCode.OK;
    }
}
