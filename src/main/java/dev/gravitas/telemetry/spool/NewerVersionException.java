package dev.gravitas.telemetry.spool;

import java.nio.file.Path;

/// A spool file of a later version of the program, which it alone can read.
final class NewerVersionException extends Exception {
    private static final long serialVersionUID = 1L;

    NewerVersionException(Path file, int version) {
        super("The spool file " + file + " is of a newer version of this program (format " + version
                + "). It is left alone; that version will take its events over.");
    }
}
