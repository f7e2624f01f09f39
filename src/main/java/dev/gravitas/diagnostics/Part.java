package dev.gravitas.diagnostics;

/// Something that goes into a bundle, before it is read.
///
/// @param name its path inside the bundle, with slashes
/// @param log whether strangers wrote into it too, as into a log: then quoted texts and contents of rows are removed as well
/// @param source blocks
public record Part(String name, boolean log, Source source) {
    /// Reads the text as it is.
    @FunctionalInterface
    public interface Source {
        String read() throws Exception;
    }

    /// One that only the console wrote.
    public static Part of(String name, Source source) {
        return new Part(name, false, source);
    }
}
