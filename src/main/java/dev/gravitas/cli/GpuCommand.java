package dev.gravitas.cli;

import dev.gravitas.report.GpuDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;

/// `gravitas gpu`
@Command(name = "gpu", mixinStandardHelpOptions = true, description = "GPUs, their memory and who holds it (MiB = 2^20 bytes).")
final class GpuCommand implements Callable<Integer>, Checked {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final GravitasCommand root;
    private final Clock clock = Clock.systemUTC();

    @Mixin
    private final JsonOption json = new JsonOption();

    @ArgGroup
    private final Mode mode = new Mode();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// One of them at a time.
    static final class Mode {
        @Option(names = "--watch", description = "Print again every second until Ctrl-C.")
        private boolean watch;

        @Option(names = "--check", description = "Compare the memory with what nvidia-smi says; differences of more than 1 MiB end with code 6.")
        private boolean check;

        @Option(names = "--release", description = "Let all consoles close the driver, so that it can be unloaded; ends with code 7 where one does not.")
        private boolean release;

        @Option(names = "--resume", description = "Let all consoles read the GPUs again after --release.")
        private boolean resume;

        /// The one that does something else than print, null for none.
        @Nullable
        String option() {
            return check ? "--check" : release ? "--release" : resume ? "--resume" : null;
        }
    }

    GpuCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public void check() {
        var option = mode.option();
        if (option != null) {
            json.refuseWith(spec, option);
            root.refuseInDemo(spec, "gpu " + option);
        }
        if (mode.check && root.isDemo()) {
            throw new ParameterException(spec.commandLine(), "--check compares real GPUs, and the demo has none");
        }
    }

    @Override
    public Integer call() throws Exception {
        if (mode.check) {
            return compare();
        }
        if (mode.release) {
            return release();
        }
        if (mode.resume) {
            return resume();
        }
        print();
        // Nobody reads any more what head, say, has read enough of.
        while (mode.watch && !spec.commandLine().getOut().checkError() && root.backstage().pause(EVERY)) {
            print();
        }
        return ExitCode.OK;
    }

    private void print() throws Exception {
        var board = root.backstage().gpus(root.folder());
        json.print(spec, GpuDocument.of(board.status(), board::lockout, clock.instant()), out -> {
            if (mode.watch) {
                out.println(Figures.time(clock.instant()));
            }
            new GpuText(board, out).print();
        });
    }

    private int compare() throws Exception {
        var before = root.backstage().gpus(root.folder()).status();
        var fault = before.fault();
        if (fault != null) {
            return nothingCompared(GpuText.said(before, fault) + " " + fault.advice());
        }
        try {
            var smi = root.backstage().askSmi();
            var comparison = GpuComparison.of(before, smi, root.backstage().gpus(root.folder()).status());
            if (comparison.lines().isEmpty()) {
                return nothingCompared("nvidia-smi tells no memory of parts of GPUs, nor what a GPU shares with the"
                        + " system.");
            }
            comparison.print(spec.commandLine().getOut());
            return comparison.same() ? ExitCode.OK : ExitCode.DIFFERENT;
        } catch (IOException e) {
            return nothingCompared("nvidia-smi cannot be asked: " + e.getMessage());
        }
    }

    private int nothingCompared(String why) {
        root.tell("Nothing was compared: " + why);
        return ExitCode.DIFFERENT;
    }

    private int release() throws Exception {
        if (!root.backstage().releaseGpus(root.folder())) {
            root.tell(
                    "A console has not let go of the GPUs yet: the driver holds one of its calls. It lets go once that"
                            + " ends, or when you stop it.");
            return ExitCode.STILL_HELD;
        }
        boolean recorded = root.backstage().recorder(root.folder()).isPresent();
        say(recorded
                ? "The GPUs are released: the console has closed their driver, until 'gravitas gpu --resume'."
                : "The GPUs are released: no console records here, so none uses their driver.");
        return ExitCode.OK;
    }

    private int resume() throws Exception {
        if (!root.backstage().resumeGpus(root.folder())) {
            say("The GPUs were not released, so nothing has changed.");
            return ExitCode.OK;
        }
        say(root.backstage().recorder(root.folder()).isPresent()
                ? "The release has ended: the console reads the GPUs again within two seconds."
                : "The release has ended: whoever opens a console next reads the GPUs again.");
        return ExitCode.OK;
    }

    private void say(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
