package dev.gravitas.ui.preferences;

import java.util.List;

/// A rectangle on the desktop, in its pixels.
public record WindowPlace(double x, double y, double width, double height) {
    /// So much of a window must be on a screen for its title bar to be caught.
    private static final double CATCHABLE = 64;

    public WindowPlace {
        if (!(width > 0 && height > 0 && Double.isFinite(x + y + width + height))) {
            throw new IllegalArgumentException("No window can be there");
        }
    }

    /// Where a window that was here goes on the screens there are now: to its place if enough of it can be seen, else to the
    /// middle of the first screen; nowhere larger than a screen.
    ///
    /// @param screens the primary one first
    public WindowPlace on(List<WindowPlace> screens) {
        return screens.stream()
                .filter(this::isCatchable)
                .findFirst()
                .map(screen -> new WindowPlace(x, y, Math.min(width, screen.width), Math.min(height, screen.height)))
                .orElseGet(() -> inTheMiddleOf(screens.getFirst()));
    }

    private boolean isCatchable(WindowPlace screen) {
        return overlap(x, width, screen.x, screen.width) >= Math.min(CATCHABLE, width) && y >= screen.y - CATCHABLE / 2
                && y <= screen.y + screen.height - CATCHABLE;
    }

    private static double overlap(double start, double length, double otherStart, double otherLength) {
        return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
    }

    private WindowPlace inTheMiddleOf(WindowPlace screen) {
        var w = Math.min(width, screen.width);
        var h = Math.min(height, screen.height);
        return new WindowPlace(screen.x + (screen.width - w) / 2, screen.y + (screen.height - h) / 2, w, h);
    }
}
