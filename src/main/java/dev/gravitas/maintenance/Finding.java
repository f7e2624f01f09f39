package dev.gravitas.maintenance;

import java.util.Arrays;

/// What a duty found.
///
/// @param words about it, as sentences
public record Finding(Verdict verdict, String words) {
    /// What it comes to.
    ///
    /// - `WELL`: nobody has to do anything
    /// - `UNTOLD`: there is too little to tell
    /// - `LOOK`: somebody should look
    public enum Verdict {
        WELL("All well. "), UNTOLD("Nothing to tell yet. "), LOOK("Needs a look. ");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }
    }

    /// @param well whether nobody has to do anything, else somebody should look
    static Finding of(boolean well, String words) {
        return new Finding(well ? Verdict.WELL : Verdict.LOOK, words);
    }

    /// As it is kept.
    String text() {
        return verdict.text + words;
    }

    /// What [#text] wrote. What it did not write counts as not well.
    public static Finding of(String text) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> text.startsWith(verdict.text))
                .findFirst()
                .map(verdict -> new Finding(verdict, text.substring(verdict.text.length())))
                .orElseGet(() -> new Finding(Verdict.LOOK, text));
    }
}
