package dev.gravitas.ui.shell;

import dev.gravitas.ui.efficiency.EfficiencyController;
import dev.gravitas.ui.footprint.FootprintController;
import dev.gravitas.ui.settings.SettingsController;
import dev.gravitas.ui.trends.TrendsController;
import dev.gravitas.ui.vram.VramController;

/// The views that the navigation leads to, in its order.
public enum Page {
    EFFICIENCY("page.efficiency", EfficiencyController.class, true, true), TRENDS("page.trends", TrendsController.class,
            false, true), VRAM("page.vram", VramController.class, true,
                    false), FOOTPRINT("page.footprint", FootprintController.class, false,
                            false), SETTINGS("page.settings", SettingsController.class, false, false);

    private final String titleKey;
    private final Class<?> controller;
    private final boolean hasWindow;
    private final boolean hasComponent;

    Page(String titleKey, Class<?> controller, boolean hasWindow, boolean hasComponent) {
        this.titleKey = titleKey;
        this.controller = controller;
        this.hasWindow = hasWindow;
        this.hasComponent = hasComponent;
    }

    String titleKey() {
        return titleKey;
    }

    Class<?> controller() {
        return controller;
    }

    /// Whether the choice of a window of time means anything to this view.
    boolean hasWindow() {
        return hasWindow;
    }

    /// Whether the choice of a model does.
    boolean hasComponent() {
        return hasComponent;
    }
}
