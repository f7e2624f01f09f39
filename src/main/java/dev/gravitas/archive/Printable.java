package dev.gravitas.archive;

import dev.gravitas.model.Legible;

/// Makes text of a stranger's file fit for a terminal and a log: one short line without control characters.
final class Printable {
    private static final int MAX_LENGTH = 60;

    private Printable() {
    }

    static String of(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_LENGTH) {
            return Legible.text(text);
        }
        return Legible.text(text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH))) + "…";
    }
}
