package dev.gravitas;

import dev.gravitas.app.Gravitas;
import dev.gravitas.cli.ExitCode;
import dev.gravitas.cli.GravitasCommand;

import java.io.PrintWriter;
import java.time.Clock;

/// Entry point: arguments in, exit code out.
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        Gravitas.silenceLog();
        var environment = System.getenv();
        // Picocli's own writer does not tell that the stream behind it has failed.
        var out = new PrintWriter(System.out, true);
        var code = GravitasCommand.commandLine(new Gravitas(environment, Clock.systemUTC()), environment)
                .setOut(out)
                .execute(args);
        System.exit(code == ExitCode.OK && out.checkError() ? unwritten() : code);
    }

    private static int unwritten() {
        System.err
                .println("gravitas: the output could not be written in full: its reader is gone, or its disk is full");
        return ExitCode.UNEXPECTED;
    }
}
