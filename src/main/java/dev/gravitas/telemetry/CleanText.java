package dev.gravitas.telemetry;

/// Makes any Java text storable. PostgreSQL has no U+0000 and UTF-8 has no lone surrogates, so one such character would
/// otherwise have a whole batch refused.
final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {
    }

    /// The text with U+FFFD in place of every character that cannot be stored; the same object where there is none.
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().map(CleanText::storable).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int storable(int codePoint) {
        boolean loneSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint == 0 || loneSurrogate ? REPLACEMENT : codePoint;
    }
}
