package dev.gravitas.config;

import java.util.List;

/// Settings that cannot be used; the message lists every fault, one per line.
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    public SettingsException(String source, List<String> faults) {
        super(source + (faults.size() == 1
                ? ": " + faults.getFirst()
                : ": " + faults.size() + " faults\n  " + String.join("\n  ", faults)));
        this.faults = List.copyOf(faults);
    }

    /// Every fault, a sentence each.
    public List<String> faults() {
        return faults;
    }
}
