package dev.gravitas.cli;

import dev.gravitas.config.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/// `gravitas` itself: the global options, and the window when no command is named.
@Command(name = "gravitas", mixinStandardHelpOptions = true, versionProvider = ProductVersion.class, description = "Telemetry console for machines that run language models on their own GPUs.%n"
        + "Without a command: opens the window.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:done",
                "1:unexpected fault, see the log", "2:arguments, settings or a file that cannot be used",
                "3:another console holds the data folder",
                "4:the database cannot be used, or a snapshot shows an error",
                "5:import ended, some rows were bad", "6:gpu --check found a difference, or nothing to compare with",
                "7:gpu --release: a console still holds the driver",
                "130:stopped by Ctrl-C (143: by SIGTERM); an interrupted import goes on when run again"})
public final class GravitasCommand implements Callable<Integer> {
    @Option(names = "--data-dir", paramLabel = "DIR", description = "Folder for everything the console keeps.")
    private @Nullable Path dataDir;

    @Mixin
    private final DemoOption demo = new DemoOption();

    private @Nullable DataFolder demoFolder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Backstage backstage;
    private final Map<String, String> environment;

    public GravitasCommand(Backstage backstage, Map<String, String> environment) {
        this.backstage = backstage;
        this.environment = Map.copyOf(environment);
    }

    /// The whole command line, ready to execute.
    public static CommandLine commandLine(Backstage backstage, Map<String, String> environment) {
        var root = new GravitasCommand(backstage, environment);
        return new CommandLine(root).addSubcommand(new ServeCommand(root))
                .addSubcommand(new ImportCommand(root))
                .addSubcommand(new StatusCommand(root))
                .addSubcommand(new RankCommand(root))
                .addSubcommand(new StatsCommand(root))
                .addSubcommand(new FootprintCommand(root))
                .addSubcommand(new GpuCommand(root))
                .addSubcommand(new DatabaseEnvironmentCommand(root))
                .addSubcommand(new SnapshotCommand(root))
                .addSubcommand(new BenchCommand(root))
                .addSubcommand(new ConfirmClockCommand(root))
                .addSubcommand(new DiagnosticsCommand(root))
                .addSubcommand(new KeepDatabaseCommand(root))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(parsed -> root.demo.execute(root, parsed))
                .setParameterExceptionHandler(Failures::badArguments)
                .setExecutionExceptionHandler(Failures::failed);
    }

    @Override
    public Integer call() throws Exception {
        return backstage.window(folder(), this::tell);
    }

    /// Prints a line for the operator.
    void tell(String line) {
        spec.commandLine().getErr().println("gravitas: " + line);
    }

    Backstage backstage() {
        return backstage;
    }

    boolean hasFolder() {
        return dataDir != null;
    }

    /// For what would ask or stop real GPUs, or have no effect on those of a demo that is gone at once.
    void refuseInDemo(CommandSpec command, String what) {
        if (demo.on()) {
            throw new ParameterException(command.commandLine(), what + " has no --demo");
        }
    }

    /// From now on everything is done on the folder of a demo.
    void use(DataFolder folder) {
        demoFolder = folder;
    }

    /// Whether nothing in the folder is real, that of a demo which runs elsewhere too.
    boolean isDemo() {
        return folder().isDemo();
    }

    DataFolder folder() {
        if (demoFolder != null) {
            return demoFolder;
        }
        if (dataDir != null && dataDir.toString().isBlank()) {
            throw new ParameterException(spec.commandLine(), "--data-dir is '" + dataDir + "'; name a folder");
        }
        return dataDir != null
                ? new DataFolder(dataDir)
                : DataFolder.ofSystem(System.getProperty("os.name"), Path.of(System.getProperty("user.home")),
                        environment);
    }
}
