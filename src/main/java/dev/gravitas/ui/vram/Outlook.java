package dev.gravitas.ui.vram;

import dev.gravitas.model.LockoutForecast;

import java.time.Duration;
import java.util.Optional;

/// Whether a lockout is foreseen.
///
/// @param forecast empty where nothing trustworthy can be said
/// @param missing for how long readings must still come before anything can be; zero where there are enough
record Outlook(Optional<LockoutForecast> forecast, Duration missing) {}
