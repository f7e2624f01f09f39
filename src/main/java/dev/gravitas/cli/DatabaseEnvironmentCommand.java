package dev.gravitas.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `gravitas db-env`
@Command(name = "db-env", mixinStandardHelpOptions = true, description = "Prints how libpq programs reach the database: eval \"$(gravitas db-env)\" && psql")
final class DatabaseEnvironmentCommand implements Callable<Integer> {
    private final GravitasCommand root;

    @Option(names = "--role", defaultValue = "READER", paramLabel = "reader|writer|owner", description = "reader may only read, writer may only insert into system_telemetry (default: reader). "
            + "owner, for an external database, is the console's own login, which may do everything.")
    private Backstage.DatabaseRole role = Backstage.DatabaseRole.READER;

    @Option(names = "--tcp", negatable = true, description = "Also listen on a loopback TCP port, for programs that cannot use a socket; --no-tcp ends it. "
            + "Switching restarts the database for a moment.")
    private @Nullable Boolean tcp;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DatabaseEnvironmentCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        var variables = root.backstage().databaseEnvironment(root.folder(), role, Optional.ofNullable(tcp));
        var out = spec.commandLine().getOut();
        variables.forEach((name, value) -> out.println("export " + name + "=" + quoted(value)));
        out.flush();
        return ExitCode.OK;
    }

    // Single quotes stop every expansion of the shell.
    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
