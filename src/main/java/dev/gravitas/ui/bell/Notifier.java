package dev.gravitas.ui.bell;

import java.io.IOException;

/// Shows notifications of the operating system.
@FunctionalInterface
public interface Notifier {
    /// Blocks for some seconds at most.
    ///
    /// @param urgent whether it is about something that is wrong
    /// @throws IOException with a sentence for the operator where the system shows none
    void show(String title, String text, boolean urgent) throws IOException;
}
