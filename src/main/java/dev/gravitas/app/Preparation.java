package dev.gravitas.app;

import dev.gravitas.config.Settings;
import dev.gravitas.config.SettingsException;

import java.io.IOException;

/// What comes before a console opens: its log and its settings. Left until a lock is taken, so that a second launch is
/// told no at once.
@FunctionalInterface
interface Preparation {
    Settings prepare() throws IOException, SettingsException;
}
