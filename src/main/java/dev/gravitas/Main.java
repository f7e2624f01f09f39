package dev.gravitas;

import dev.gravitas.app.Gravitas;
import dev.gravitas.cli.GravitasCommand;

import java.time.Clock;

/// Entry point: arguments in, exit code out.
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        Gravitas.silenceLog();
        var environment = System.getenv();
        var code = GravitasCommand.commandLine(new Gravitas(environment, Clock.systemUTC()), environment).execute(args);
        System.exit(code);
    }
}
