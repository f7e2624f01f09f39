package dev.gravitas.ui.shell;

import dev.gravitas.ui.alarms.AlarmsController;
import dev.gravitas.ui.compare.CompareController;
import dev.gravitas.ui.efficiency.EfficiencyController;
import dev.gravitas.ui.footprint.FootprintController;
import dev.gravitas.ui.overview.OverviewController;
import dev.gravitas.ui.settings.SettingsController;
import dev.gravitas.ui.sources.SourcesController;
import dev.gravitas.ui.trends.TrendsController;
import dev.gravitas.ui.vram.VramController;

import java.util.EnumSet;
import java.util.Set;

/// The views: those that the navigation leads to, in its order, then those within others.
public enum Page {
    OVERVIEW("page.overview", OverviewController.class, Use.FIXED_TIMES),
    EFFICIENCY("page.efficiency", EfficiencyController.class, Use.WINDOW, Use.COMPONENT),
    TRENDS("page.trends", TrendsController.class, Use.WINDOW, Use.COMPONENT),
    VRAM("page.vram", VramController.class, Use.WINDOW),
    FOOTPRINT("page.footprint", FootprintController.class),
    ALARMS("page.alarms", AlarmsController.class, Use.LATER),
    SOURCES("page.sources", SourcesController.class, Use.LATER),
    SETTINGS("page.settings", SettingsController.class),
    COMPARE("page.compare", CompareController.class, Use.WINDOW);

    /// What a view makes of what is chosen above it.
    private enum Use {
        WINDOW, FIXED_TIMES, COMPONENT, LATER
    }

    private final String titleKey;
    private final Class<?> controller;
    private final Set<Use> uses = EnumSet.noneOf(Use.class);

    Page(String titleKey, Class<?> controller, Use... uses) {
        this.titleKey = titleKey;
        this.controller = controller;
        this.uses.addAll(Set.of(uses));
    }

    /// The view that the navigation shows as open.
    Page within() {
        return this == COMPARE ? TRENDS : this;
    }

    String titleKey() {
        return titleKey;
    }

    Class<?> controller() {
        return controller;
    }

    /// Whether the choice of a window of time means anything to this view.
    boolean hasWindow() {
        return uses.contains(Use.WINDOW);
    }

    /// Whether it tells of times of its own, whatever window is chosen.
    boolean hasFixedTimes() {
        return uses.contains(Use.FIXED_TIMES);
    }

    /// Whether the choice of a model does.
    boolean hasComponent() {
        return uses.contains(Use.COMPONENT);
    }

    /// Whether what it is for is not built yet: it says so, and shows no figures.
    public boolean isAnnounced() {
        return uses.contains(Use.LATER);
    }
}
