package dev.gravitas.maintenance;

/// What a duty found.
///
/// @param well whether nobody has to do anything
/// @param words about it, as sentences
public record Finding(boolean well, String words) {
    private static final String WELL = "All well. ";
    private static final String UNWELL = "Needs a look. ";

    /// As it is kept.
    String text() {
        return (well ? WELL : UNWELL) + words;
    }

    /// What [#text] wrote. What it did not write counts as not well.
    public static Finding of(String text) {
        return text.startsWith(WELL)
                ? new Finding(true, text.substring(WELL.length()))
                : new Finding(false, text.startsWith(UNWELL) ? text.substring(UNWELL.length()) : text);
    }
}
