package dev.gravitas.config;

import org.jspecify.annotations.Nullable;

/// What a setting is now, and who says so.
///
/// @param text as it is written, whether it can be used or not; null where nobody sets it
public record PresentSetting(Setting setting, @Nullable String text, Origin origin) {

    /// Who sets it.
    public sealed interface Origin {
        /// Nobody.
        record Default() implements Origin {}

        /// The file in the data folder.
        record File() implements Origin {}

        /// The environment of this process; the file cannot change it.
        record Environment(String variable) implements Origin {}
    }
}
