package dev.gravitas.ui.overview;

/// The views that say more about something of the overview; that of efficiency for the last 24 hours. The shell knows where they are.
public enum Lead {
    EFFICIENCY, TRENDS, VRAM, FOOTPRINT, SETTINGS
}
