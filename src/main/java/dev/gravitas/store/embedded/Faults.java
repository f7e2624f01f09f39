package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;

/// Turns what the operating system or PostgreSQL said into one sentence for the operator.
final class Faults {
    private static final String NO_SPACE = "No space left on device";
    private static final String READ_ONLY = "Read-only file system";
    private static final String NO_PERMISSION = "Permission denied";

    private Faults() {
    }

    /// @param what the step that failed
    /// @param output what the program printed
    static StoreException failed(PostgresFolder folder, String what, String output) {
        return explain(folder, what, output, null);
    }

    static StoreException failed(PostgresFolder folder, IOException fault) {
        String said = fault instanceof AccessDeniedException
                ? "Permission denied: " + fault.getMessage()
                : fault.toString();
        return explain(folder, "The embedded database could not be opened", said, fault);
    }

    static StoreException interrupted(InterruptedException fault) {
        Thread.currentThread().interrupt();
        return new StoreException(Kind.UNAVAILABLE, "Opening the embedded database was interrupted.", fault);
    }

    /// True when trying once more cannot help.
    static boolean asksForAnOperator(String said) {
        return said.contains(NO_SPACE) || said.contains(READ_ONLY) || said.contains(NO_PERMISSION);
    }

    private static StoreException explain(PostgresFolder folder, String what, String said, @Nullable Throwable cause) {
        if (said.contains(NO_SPACE) || said.contains("not enough space on the disk")) {
            return new StoreException(Kind.UNAVAILABLE, what + ": the disk that holds " + folder.root()
                    + " is full. Nothing is lost: make room (about 200 MB) and start again.", cause);
        }
        if (said.contains(READ_ONLY)) {
            return new StoreException(Kind.MISCONFIGURED, what + ": " + folder.root()
                    + " is read-only. Nothing was changed: make it writable or choose another data folder.", cause);
        }
        if (said.contains(NO_PERMISSION)) {
            return new StoreException(Kind.MISCONFIGURED, what + ": no permission (" + telling(said)
                    + "). Give this user the right to write to " + folder.root() + ", or choose another data folder.",
                    cause);
        }
        return new StoreException(Kind.UNAVAILABLE, what + ": " + telling(said) + ".", cause);
    }

    /// The last line that tells of a fault, or the last line.
    private static String telling(String said) {
        List<String> lines = said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.stream()
                .filter(line -> line.matches(".*\\b(FATAL|PANIC|error):.*"))
                .reduce((_, last) -> last)
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                .map(line -> line.replaceFirst("^.*?\\b(FATAL|PANIC|error):\\s*", "").replaceFirst("[.:]$", ""))
                .orElse("no reason was given");
    }
}
