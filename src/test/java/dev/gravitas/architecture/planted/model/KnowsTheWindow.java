package dev.gravitas.architecture.planted.model;

import dev.gravitas.architecture.planted.ui.BreaksUiRules;

/// Breaks the arrow of `model`, closes a cycle, and is no data.
public class KnowsTheWindow {
    final BreaksUiRules window;

    public KnowsTheWindow(BreaksUiRules window) {
        this.window = window;
    }
}
