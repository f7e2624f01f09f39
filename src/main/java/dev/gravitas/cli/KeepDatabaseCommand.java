package dev.gravitas.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// What `db-env` leaves behind where no console runs: keeps the database up while programs use it. Prints `ready` once it
/// does.
@Command(name = "keep-database", hidden = true, mixinStandardHelpOptions = true, description = "Keeps the database up until no program has used it for a while.")
final class KeepDatabaseCommand implements Callable<Integer> {
    private final GravitasCommand root;

    @Spec
    private CommandSpec spec;

    KeepDatabaseCommand(GravitasCommand root) {
        this.root = root;
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws Exception {
        root.backstage().keepDatabase(root.folder(), () -> {
            spec.commandLine().getOut().println("ready");
            spec.commandLine().getOut().flush();
        });
        return ExitCode.OK;
    }
}
