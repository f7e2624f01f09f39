package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// What a row's inference time covers (specification section 3). Figures of different definitions are not comparable, so
/// a ranking uses one at a time.
///
/// - `INFERENCE`: prefill and decode, without queue and load
/// - `E2E`: end to end by the client's clock
/// - `DECODE`: decode alone
/// - `FOREIGN`: written by another program that does not say
public enum Definition {
    INFERENCE, E2E, DECODE, FOREIGN;

    /// The text in metadata and JSON: the name in lower case.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The definition that a metadata text names; null and unknown texts are [#FOREIGN].
    public static Definition of(@Nullable String text) {
        for (var definition : values()) {
            if (definition.text().equals(text)) {
                return definition;
            }
        }
        return FOREIGN;
    }
}
