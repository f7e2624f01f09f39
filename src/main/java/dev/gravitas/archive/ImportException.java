package dev.gravitas.archive;

/// A file that cannot be imported. The message is one clear sentence for the operator that names the file.
public final class ImportException extends Exception {
    private static final long serialVersionUID = 1L;

    ImportException(String message) {
        super(message);
    }

    ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
