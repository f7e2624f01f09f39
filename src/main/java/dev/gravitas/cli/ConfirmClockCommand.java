package dev.gravitas.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `gravitas confirm-clock`
@Command(name = "confirm-clock", mixinStandardHelpOptions = true, description = "Says that this machine's clock is right, after pruning was held because it had jumped ahead.")
final class ConfirmClockCommand implements Callable<Integer> {
    private final GravitasCommand root;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ConfirmClockCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        try (var database = root.backstage().open(root.folder())) {
            boolean trusted = database.retention().isClockTrusted();
            if (!trusted) {
                database.retention().confirmClock();
            }
            spec.commandLine()
                    .getOut()
                    .println(trusted
                            ? "The clock was not in doubt; nothing to confirm."
                            : "Confirmed. Days older than 60 days are dropped within the hour.");
        }
        return ExitCode.OK;
    }
}
