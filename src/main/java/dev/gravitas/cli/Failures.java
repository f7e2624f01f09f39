package dev.gravitas.cli;

import dev.gravitas.archive.ImportException;
import dev.gravitas.config.SettingsException;
import dev.gravitas.model.Legible;
import dev.gravitas.store.StoreException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Turns what went wrong into one clear line on standard error and an exit code.
final class Failures {
    private static final Pattern RANGE = Pattern.compile("[0-9][0-9,]* to [0-9][0-9,]*");

    private Failures() {
    }

    static int badArguments(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        command.getErr()
                .println("gravitas: " + Legible.text(fault(failure)) + "; see '"
                        + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.BAD_INPUT;
    }

    private static String fault(ParameterException failure) {
        return failure.getArgSpec() instanceof OptionSpec option && isWhole(option.type()) && failure.getValue() != null
                ? option.longestName() + " is '" + failure.getValue() + "'; it must be a whole number" + range(option)
                : String.valueOf(failure.getMessage());
    }

    private static boolean isWhole(Class<?> type) {
        return type == int.class || type == long.class || type == Integer.class || type == Long.class;
    }

    /// As the option's help has it.
    private static String range(OptionSpec option) {
        var found = RANGE.matcher(String.join(" ", option.description()));
        return found.find() ? " from " + found.group() : "";
    }

    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        return switch (failure) {
            case StoreException e -> told(command, e, ExitCode.DATABASE);
            case SettingsException e -> told(command, e, ExitCode.BAD_INPUT);
            case ImportException e -> told(command, e, ExitCode.BAD_INPUT);
            case FileSystemException e -> {
                command.getErr().println(Legible.text("gravitas: cannot use " + e.getFile() + ": " + reason(e)));
                yield ExitCode.BAD_INPUT;
            }
            default -> unexpected(failure, command);
        };
    }

    private static int told(CommandLine command, Exception failure, int code) {
        LoggerFactory.getLogger(Failures.class).warn("Command failed", failure);
        // Settings have a line for each fault.
        String.valueOf(failure.getMessage())
                .lines()
                .map(Legible::text)
                .reduce((one, next) -> one + "\n" + next)
                .ifPresent(text -> command.getErr().println("gravitas: " + text));
        return code;
    }

    private static int unexpected(Exception failure, CommandLine command) {
        LoggerFactory.getLogger(Failures.class).error("Unexpected fault", failure);
        command.getErr().println("gravitas: unexpected fault, please report it: " + Legible.text(failure.toString()));
        return ExitCode.UNEXPECTED;
    }

    private static String reason(FileSystemException failure) {
        var name = failure.getClass()
                .getSimpleName()
                .replaceAll("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return failure.getReason() != null ? failure.getReason() : name.toLowerCase(Locale.ROOT);
    }
}
