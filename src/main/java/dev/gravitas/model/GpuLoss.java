package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// That a GPU which should be there cannot be read any more.
///
/// @param since when this process first noticed, null where it has never read the GPU
public record GpuLoss(Kind kind, @Nullable Instant since) {

    /// How it is missing: the driver lists it and gets no answer from it, or does not list it.
    public enum Kind {
        SILENT, UNLISTED;

        /// What is the matter, as a sentence.
        public String what() {
            return switch (this) {
                case SILENT -> GpuFault.LOST.what();
                case UNLISTED -> "The driver does not list this GPU any more.";
            };
        }

        /// What to do about it, as sentences.
        public String advice() {
            return switch (this) {
                case SILENT -> GpuFault.LOST.advice();
                case UNLISTED ->
                    "Nothing is wrong if it was taken out or divided anew. Else look into the system's log for"
                            + " Xid messages.";
            };
        }
    }
}
