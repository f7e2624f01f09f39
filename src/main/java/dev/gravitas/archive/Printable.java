package dev.gravitas.archive;

/// Makes text of a stranger's file fit for a terminal and a log: one short line without control characters.
final class Printable {
    private static final int MAX_LENGTH = 60;

    private Printable() {
    }

    static String of(String text) {
        var line = new StringBuilder(MAX_LENGTH);
        text.codePoints().limit(MAX_LENGTH).map(Printable::visible).forEach(line::appendCodePoint);
        return text.codePointCount(0, text.length()) > MAX_LENGTH ? line + "…" : line.toString();
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                '\uFFFD';
            default -> codePoint;
        };
    }
}
