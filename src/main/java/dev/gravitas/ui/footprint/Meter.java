package dev.gravitas.ui.footprint;

/// A figure against its limit.
///
/// @param share of the limit; above one when it is exceeded
/// @param word the verdict: state is never told by colour alone
public record Meter(String value, double share, String detail, String word, Level level) {
    /// How close to the limit.
    public enum Level {
        OK, NEAR, OVER
    }
}
