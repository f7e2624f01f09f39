package dev.gravitas.model;

/// Names of the event types that the console writes itself (specification section 3). The column is open: other
/// programs may store any other type, so this is vocabulary and not an enum.
public final class EventType {
    /// value: seconds to bring a model into VRAM.
    public static final String LOAD_LATENCY = "LOAD_LATENCY";
    /// value: inference ms / tokens generated.
    public static final String THOUGHT_LATENCY = "THOUGHT_LATENCY";
    /// value: free VRAM of a GPU in MiB.
    public static final String VRAM_CHECK = "VRAM_CHECK";
    /// value: 0; free VRAM fell below the threshold.
    public static final String VRAM_LOCKOUT = "VRAM_LOCKOUT";
    /// value: seconds that the lockout lasted.
    public static final String VRAM_LOCKOUT_END = "VRAM_LOCKOUT_END";

    private EventType() {
    }
}
