package dev.gravitas.ui.vram;

/// A lockout as it is written on screen.
///
/// @param when it began, UTC
/// @param extent how long, and how little was free
/// @param detail on which GPU, how it ended, and who held most
/// @param lasting whether it lasts still
record LockoutRow(String when, String extent, String detail, boolean lasting) {}
