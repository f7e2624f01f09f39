package dev.gravitas.app;

import dev.gravitas.config.DataFolder;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// A small process of our own that `db-env` leaves behind, so that psql finds a database where no console runs. It holds
/// its lease on the server before we let go of ours.
final class Keeper {
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private final DataFolder folder;
    private final Clock clock;

    Keeper(DataFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Starts it, and returns when it holds the database open. One that runs already is given its time anew.
    void start() throws IOException {
        if (FolderLock.holder(folder.keeperLock()).isPresent()) {
            Files.setLastModifiedTime(folder.keeperLock(), FileTime.from(clock.instant()));
            return;
        }
        var builder = new ProcessBuilder(command()).redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        var process = builder.start();
        process.getOutputStream().close();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            var line = reader.readLine();
            if (!"ready".equals(line)) {
                throw new IOException("The process that should keep the database up ended early; see the log in "
                        + folder.logs());
            }
        }
    }

    // The same Java and jars that run now; a session of its own, so that Ctrl-C in the terminal does not end it.
    private List<String> command() {
        var command = new ArrayList<String>();
        SETSID.stream().filter(Files::isExecutable).findFirst().map(Path::toString).ifPresent(command::add);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-classpath",
                System.getProperty("java.class.path"), "dev.gravitas.Main", "--data-dir", folder.root().toString(),
                "keep-database"));
        return command;
    }
}
