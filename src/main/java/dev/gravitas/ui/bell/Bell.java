package dev.gravitas.ui.bell;

/// Where whoever has something to tell tells it. Safe from any thread; returns at once.
public interface Bell {
    void ring(Ring ring);
}
