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
        var standard = new StandardOutput();
        // Picocli's own writer does not tell that the stream behind it has failed.
        var out = new PrintWriter(standard, true, System.out.charset());
        var code = GravitasCommand.commandLine(new Gravitas(environment, Clock.systemUTC()), environment)
                .setOut(out)
                .execute(args);
        out.flush();
        var failure = standard.failure();
        if (failure != null) {
            System.err.println("gravitas: the output could not be written in full: " + failure);
        }
        System.exit(code == ExitCode.OK && failure != null ? ExitCode.UNEXPECTED : code);
    }
}
