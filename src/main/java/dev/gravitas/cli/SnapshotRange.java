package dev.gravitas.cli;

import dev.gravitas.cli.Backstage.SnapshotOrder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// What can be drawn, and all of it.
final class SnapshotRange {
    /// As the navigation has them, then those within others.
    static final List<String> VIEWS = List.of("overview", "efficiency", "trends", "vram", "footprint", "alarms",
            "sources",
            "settings", "compare");

    private static final List<String> THEMES = List.of("light", "dark");
    private static final List<Format> FORMATS = List.of(new Format(1280, 800, 100), new Format(1440, 900, 100),
            new Format(2560, 1440, 100), new Format(2560, 1600, 200));

    private SnapshotRange() {
    }

    private record Format(int width, int height, int scalePercent) {
        private String name() {
            return width + "x" + height + (scalePercent == 100 ? "" : "-" + scalePercent);
        }
    }

    /// Each view in each theme and size, as `vram-dark-2560x1600-200.png` in a folder.
    static List<SnapshotOrder> everything(Path folder) {
        var orders = new ArrayList<SnapshotOrder>();
        for (var view : VIEWS) {
            for (var theme : THEMES) {
                for (var format : FORMATS) {
                    orders.add(new SnapshotOrder(view, theme, "60d", format.scalePercent, format.width, format.height,
                            folder.resolve(view + "-" + theme + "-" + format.name() + ".png")));
                }
            }
        }
        return orders;
    }

    /// For the help text.
    static final class Views implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return VIEWS.iterator();
        }
    }
}
