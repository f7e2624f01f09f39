package dev.gravitas.cli;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuIdentity;
import dev.gravitas.model.GpuLoss;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.LockoutState;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
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
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

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
        json.print(spec, GpuDocument.of(board.status(), board::lockout, clock.instant()), out -> print(board, out));
    }

    private void print(GpuBoard board, PrintWriter out) {
        var status = board.status();
        if (mode.watch) {
            out.println(Figures.time(clock.instant()));
        }
        if (status.fault() != null) {
            out.println(said(status, status.fault()));
            out.println(status.fault().advice());
        }
        if (status.gpus().isEmpty()) {
            return;
        }
        gpus(board, out);
        holders(status, out);
        reasons(board, out);
        if (status.versions() != null) {
            out.println("Driver " + status.versions().driver() + ", NVML " + status.versions().nvml() + ", CUDA "
                    + status.versions().cuda() + ".");
        }
    }

    private static String said(GpuStatus status, GpuFault fault) {
        return status.detail() == null ? fault.what() : status.detail();
    }

    private static void gpus(GpuBoard board, PrintWriter out) {
        var table = new TextTable(2, "GPU", "Name", "free MiB", "used MiB", "reserved", "total MiB", "used %", "busy %",
                "°C", "W", "by", "lockout below", "locked out");
        for (var reading : board.status().gpus()) {
            var vram = reading.vram().orNull();
            var doing = reading.activity();
            var lockout = board.lockout(reading);
            table.row(reading.gpu().number(), reading.gpu().name(),
                    mib(vram == null ? null : vram.freeBytes()), mib(vram == null ? null : vram.usedBytes()),
                    mib(vram == null ? null : vram.reservedBytes()), mib(vram == null ? null : vram.totalBytes()),
                    Figures.decimal(vram == null ? null : vram.usedPercent(), 1),
                    Figures.count(doing.busyPercent().orNull()), Figures.count(doing.temperatureCelsius().orNull()),
                    Figures.decimal(doing.powerWatts().orNull(), 0),
                    vram == null ? "–" : vram.source().word(), mib(lockout == null ? null : lockout.thresholdBytes()),
                    locked(lockout));
        }
        table.print(out);
        out.println();
    }

    private static String locked(@Nullable LockoutState lockout) {
        if (lockout == null) {
            return "–";
        }
        return lockout.since() != null ? "since " + Figures.time(lockout.since()) : lockout.locked() ? "yes" : "no";
    }

    private static void holders(GpuStatus status, PrintWriter out) {
        var table = new TextTable(3, "GPU", "Program", "Model", "pid", "MiB");
        int rows = 0;
        for (var reading : status.gpus()) {
            var holders = reading.holders().orNull();
            for (var holder : holders == null ? List.<GpuHolder>of() : holders) {
                table.row(reading.gpu().number(), program(holder),
                        holder.model() == null ? "–" : holder.model(), String.valueOf(holder.pid()),
                        mib(holder.vramBytes()));
                rows++;
            }
        }
        if (rows > 0) {
            table.print(out);
            out.println();
        }
    }

    private static String program(GpuHolder holder) {
        if (holder.name() != null) {
            return holder.name();
        }
        return holder.alive() ? "(name hidden)" : "(not running here)";
    }

    private static void reasons(GpuBoard board, PrintWriter out) {
        var status = board.status();
        for (var reading : status.gpus()) {
            var lockout = board.lockout(reading);
            if (lockout != null && lockout.locked() && lockout.since() == null) {
                out.println("GPU " + reading.gpu().number() + " is locked out; since when is not known here.");
            }
            if (reading.lost() != null) {
                // Where all are lost, that was said of them together.
                out.println(lost(reading.gpu())
                        + (status.fault() == GpuFault.LOST ? "." : ": " + advised(reading.lost().kind())));
                continue;
            }
            tell(reading, "memory", reading.vram(), out);
            tell(reading, "processes", reading.holders(), out);
            var slowed = reading.activity().slowedBy().orNull();
            if (slowed != null && !slowed.isEmpty()) {
                out.println("GPU " + reading.gpu().number() + " is slowed by "
                        + slowed.stream().map(reason -> reason.words()).sorted().collect(Collectors.joining(", "))
                        + ".");
            }
        }
    }

    private static String lost(GpuIdentity gpu) {
        return "GPU " + gpu.number() + (gpu.pciBusId().isEmpty() ? "" : " (" + gpu.pciBusId() + ")") + " is lost";
    }

    private static String advised(GpuLoss.Kind kind) {
        return kind.what() + " " + kind.advice();
    }

    private static void tell(GpuReading reading, String what, Outcome<?> outcome, PrintWriter out) {
        if (outcome.why() != null) {
            out.println("GPU " + reading.gpu().number() + ", " + what + ": " + outcome.why());
        }
    }

    private int compare() throws Exception {
        var before = root.backstage().gpus(root.folder()).status();
        var fault = before.fault();
        if (fault != null) {
            return nothingCompared(said(before, fault) + " " + fault.advice());
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

    private static String mib(@Nullable Long bytes) {
        return Figures.decimal(bytes == null ? null : bytes / (double) VramReading.MIB, 0);
    }
}
