package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL's own programs, run in the console's PostgreSQL folder and with names relative to it: they build shell
/// commands of what they are given.
final class PgCtl {
    private static final Duration INITDB = Duration.ofSeconds(90);
    private static final Duration LAUNCH = Duration.ofSeconds(20);

    private final PostgresFolder folder;
    private final Path programs;
    private final Platform platform;
    private final RunAs runAs;

    /// @param home holds `bin`, `lib` and `share`
    PgCtl(PostgresFolder folder, Path home, Platform platform, RunAs runAs) {
        this.folder = folder;
        this.programs = folder.root().relativize(home.resolve("bin"));
        this.platform = platform;
        this.runAs = runAs;
    }

    /// Makes a cluster in the folder for unfinished data.
    ///
    /// @param passwordFile the superuser's password
    Command.Result initdb(Path passwordFile) throws IOException, StoreException, InterruptedException {
        return run("initdb", INITDB, "-D", relative(folder.unfinishedData()), "-U", Passwords.SUPERUSER,
                "--pwfile=" + relative(passwordFile), "--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8",
                "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions");
    }

    /// Launches the server in a session of its own, so that Ctrl-C in the console's terminal does not reach it, and does
    /// not wait for it.
    Command.Result start(Listening listening) throws IOException, StoreException, InterruptedException {
        return run("pg_ctl", LAUNCH, "start", "-W", "-s", "-D", relative(folder.data()), "-l", relative(folder.log()),
                "-p", program("postgres"), "-o", ServerFlags.words(listening));
    }

    /// Stops the server and waits for its end.
    ///
    /// @param mode `fast`: ends the sessions, loses nothing; `immediate`: the next start recovers
    Command.Result stop(String mode, Duration limit) throws IOException, StoreException, InterruptedException {
        return run("pg_ctl", limit.plusSeconds(5), "stop", "-s", "-w", "-D", relative(folder.data()), "-m", mode, "-t",
                Long.toString(limit.toSeconds()));
    }

    /// Hands paths to the account that the programs run as.
    void lend(Path... paths) throws IOException {
        for (Path path : paths) {
            if (Files.exists(path)) {
                runAs.lend(List.of(path));
            }
        }
    }

    private Command.Result run(String program, Duration limit, String... arguments)
            throws IOException, StoreException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(folder.root().resolve(program(program)).normalize().toString()));
        words.addAll(List.of(arguments));
        return Command.run(folder.root(), program, runAs.command(words), limit);
    }

    private String program(String name) {
        return programs.resolve(platform.program(name)).toString();
    }

    private String relative(Path path) {
        return folder.root().relativize(path).toString();
    }
}
