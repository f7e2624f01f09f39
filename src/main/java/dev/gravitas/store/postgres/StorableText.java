package dev.gravitas.store.postgres;

import java.util.regex.Pattern;

/// Text as PostgreSQL can hold it. U+0000 and lone surrogates have no place in its text and JSON; they are replaced
/// visibly, so that one odd name never breaks a batch: U+0000 by its picture U+2400, a lone surrogate by U+FFFD.
final class StorableText {
    private static final char PICTURE_OF_NUL = '\u2400';
    private static final char REPLACEMENT = '\uFFFD';

    private static final String PAIR = "\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}";
    private static final String LONE = "\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}";
    /// A whole escape at a time, so that the letter after an escaped backslash is not taken for one.
    private static final Pattern ESCAPE = Pattern
            .compile(PAIR + "|(?<lone>" + LONE + ")|(?<nul>\\\\u0000)|\\\\.", Pattern.DOTALL);

    private StorableText() {
    }

    static String of(String text) {
        if (isStorable(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(storable(c)));
        return clean.toString();
    }

    // A plain loop: every text of every row comes by.
    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /// The same for a JSON document, escapes by number included.
    static String ofJson(String json) {
        String clean = of(json);
        if (!clean.contains("\\u")) {
            return clean;
        }
        return ESCAPE.matcher(clean).replaceAll(match -> {
            String kept = match.group("lone") != null
                    ? "\\ufffd"
                    : match.group("nul") != null ? "\\u2400" : match.group();
            return kept.replace("\\", "\\\\").replace("$", "\\$");
        });
    }

    private static int storable(int codePoint) {
        if (codePoint == 0) {
            return PICTURE_OF_NUL;
        }
        boolean lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return lone ? REPLACEMENT : codePoint;
    }
}
