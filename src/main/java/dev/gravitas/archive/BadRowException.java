package dev.gravitas.archive;

import dev.gravitas.archive.ImportReport.BadRow;

import org.jspecify.annotations.Nullable;

/// A row that must not be stored. Carries no stack trace: it is an answer, not a fault of the program.
final class BadRowException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient BadRow row;

    BadRowException(long line, @Nullable String field, @Nullable String value, String reason) {
        super(reason, null, false, false);
        row = new BadRow(line, field, value == null ? null : Printable.of(value), reason);
    }

    BadRow row() {
        return row;
    }
}
