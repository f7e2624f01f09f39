package dev.gravitas.ui.vram;

/// A small figure with its unit, or a dash.
///
/// @param why there is none; empty where there is one
public record Fact(String text, String why) {
    /// For those who cannot point at it.
    String words() {
        return why.isEmpty() ? text : text + " (" + why + ")";
    }
}
