package dev.gravitas.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

import java.util.Objects;
import java.util.Set;

/// `--demo`: the window or the command plays a scripted scenario in a scratch database, and says so.
final class DemoOption {
    /// What everything shown of a demo begins with.
    static final String LABEL = "Demo – nothing here is real.";
    private static final long FIRST_SEED = 42;
    /// The window, and commands that show something. Others would write to what is gone at once, or read what is real.
    private static final Set<String> COMMANDS = Set.of("gravitas", "serve", "status", "rank", "stats", "footprint",
            "gpu",
            "snapshot");

    @Option(names = "--demo", description = "Show a scripted scenario in a scratch database that is gone afterwards; no GPU needed, nothing real is touched.")
    private boolean demo;

    @Option(names = "--seed", paramLabel = "N", description = "Another scenario for --demo (default: 42).")
    private @Nullable Long seed;

    boolean on() {
        return demo;
    }

    /// Runs the command if its arguments can be used, in a demo where one was asked for.
    int execute(GravitasCommand root, ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        var last = last(parsed);
        check(root, last);
        if (!demo) {
            return run(root, parsed);
        }
        try {
            return root.backstage().demo(Objects.requireNonNullElse(seed, FIRST_SEED), root::tell, folder -> {
                root.use(folder);
                return run(root, parsed);
            });
        } catch (ExecutionException | ParameterException e) {
            throw e;
        } catch (Exception e) {
            throw new ExecutionException(last, "The demo failed", e);
        }
    }

    private static int run(GravitasCommand root, ParseResult parsed) {
        if (root.isDemo()) {
            root.tell(LABEL);
        }
        return new RunLast().execute(parsed);
    }

    // Before a demo is made: that takes time, and a wrong argument needs none of it.
    private void check(GravitasCommand root, CommandLine last) {
        if (seed != null && !demo) {
            throw new ParameterException(last, "--seed is for --demo");
        }
        if (demo && root.hasFolder()) {
            throw new ParameterException(last, "--demo has a folder of its own; leave --data-dir out");
        }
        if (demo && !COMMANDS.contains(last.getCommandName())) {
            throw new ParameterException(last, last.getCommandName() + " has no --demo");
        }
        if (last.getCommand() instanceof Checked command) {
            command.check();
        }
    }

    private static CommandLine last(ParseResult parsed) {
        var commands = parsed.asCommandLineList();
        return commands.get(commands.size() - 1);
    }
}
