package dev.gravitas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Shows folders in the program that the operating system has for them. Blocks for some seconds at most.
///
/// @param command that is given the folder
record FolderOpener(String command) {
    private static final long SECONDS = 5;

    /// @param osName as in the system property `os.name`
    static FolderOpener ofSystem(String osName) {
        var os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return new FolderOpener("explorer.exe");
        }
        return new FolderOpener(os.startsWith("mac") ? "open" : "xdg-open");
    }

    /// @throws IOException with a sentence for the operator
    void open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no such folder yet.");
        }
        var process = start(folder);
        try {
            // One that opens a window itself, rather than hand over, goes on as long as that; Explorer says 1 for well.
            if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0
                    && !command.startsWith("explorer")) {
                throw new IOException(command + " ended with " + process.exitValue()
                        + ": perhaps no program for folders is installed, or there is no desktop.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(Path folder) throws IOException {
        try {
            return new ProcessBuilder(command, folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException("This system has no " + command + ", which opens folders.", e);
        }
    }
}
