package dev.gravitas.model;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Why a lockout is over. Only a recovery was seen to happen; after each other the lockout lasted at least as long as it was
/// seen.
///
/// - `RECOVERED`: free memory came back, and stayed
/// - `UNSEEN`: the GPU was not read for a while, and nothing tells what happened meanwhile
/// - `GPU_GONE`: the driver does not list the GPU any more
/// - `CONSOLE_STOPPED`: the console that watched it ended before it did
public enum LockoutEnd {
    RECOVERED("recovered"), UNSEEN("unseen"), GPU_GONE("gpu_gone"), CONSOLE_STOPPED("console_stopped");

    private final String word;

    LockoutEnd(String word) {
        this.word = word;
    }

    /// How events call it.
    public String word() {
        return word;
    }

    /// The end of that word, null for none that is known.
    public static @Nullable LockoutEnd of(@Nullable String word) {
        return Arrays.stream(values()).filter(end -> end.word.equals(word)).findFirst().orElse(null);
    }
}
