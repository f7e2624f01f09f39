package dev.gravitas.ui.shell;

import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.efficiency.EfficiencyController;
import dev.gravitas.ui.efficiency.EfficiencyPresenter;
import dev.gravitas.ui.efficiency.EfficiencyViewModel;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.footprint.FootprintController;
import dev.gravitas.ui.footprint.FootprintPresenter;
import dev.gravitas.ui.footprint.FootprintViewModel;
import dev.gravitas.ui.fx.Failures;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.ViewLoader;
import dev.gravitas.ui.imports.FileQuestion;
import dev.gravitas.ui.imports.ImportController;
import dev.gravitas.ui.imports.ImportViewModel;
import dev.gravitas.ui.preferences.LivePreferences;
import dev.gravitas.ui.settings.SettingsController;
import dev.gravitas.ui.settings.SettingsPresenter;
import dev.gravitas.ui.settings.SettingsViewModel;
import dev.gravitas.ui.trends.TrendsController;
import dev.gravitas.ui.trends.TrendsPresenter;
import dev.gravitas.ui.trends.TrendsViewModel;
import dev.gravitas.ui.vram.VramController;
import dev.gravitas.ui.vram.VramPresenter;
import dev.gravitas.ui.vram.VramViewModel;

import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Parent;

/// Puts the view models and controllers of one window together.
final class WindowParts {
    private final ShellViewModel shell;
    private final Filter filter;
    private final ImportViewModel imports;
    private final ViewLoader loader;

    WindowParts(WindowPorts ports, FxBridge bridge, Strings strings, Formats formats, FileQuestion question,
            WindowChoice firstWindow, LivePreferences preferences) {
        var tools = new LiveView.Tools(ports.work(), bridge, ports.clock(), new Failures(ports.status(), strings),
                formats);
        filter = new Filter(firstWindow);
        var colours = new ModelColours();
        var efficiency = new EfficiencyViewModel(ports.queries(), new EfficiencyPresenter(colours, formats, strings),
                filter, tools);
        var trends = new TrendsViewModel(ports.queries(), new TrendsPresenter(colours, formats, strings), filter,
                tools);
        var footprint = new FootprintViewModel(ports.queries(),
                new FootprintPresenter(ports.settings()::thresholds, formats, strings), tools);
        var vram = new VramViewModel(ports.gpus(), ports.queries(), new VramPresenter(colours, formats, strings),
                filter,
                tools);
        var settings = new SettingsViewModel(ports.settings(),
                new SettingsPresenter(formats, strings, ports.status().get().role()), tools);
        shell = new ShellViewModel(Map.of(Page.EFFICIENCY, new PageViews(efficiency.live()), Page.TRENDS,
                new PageViews(trends.live()), Page.VRAM, new PageViews(vram.stored(), vram.live()), Page.FOOTPRINT,
                new PageViews(footprint.live()), Page.SETTINGS, new PageViews(settings.live())), ports.status(),
                ports.queries(), strings, tools);
        imports = new ImportViewModel(ports.imports(), ports.work(), bridge, formats, strings, shell::refresh);
        var window = new WindowViewModel(filter, ports.clock());
        loader = new ViewLoader(Map.<Class<?>, Supplier<?>>of(
                EfficiencyController.class, () -> new EfficiencyController(efficiency),
                TrendsController.class, () -> new TrendsController(trends, formats),
                VramController.class, () -> new VramController(vram, formats, strings),
                FootprintController.class, () -> new FootprintController(footprint),
                SettingsController.class, () -> new SettingsController(settings, preferences, strings),
                ImportController.class, () -> new ImportController(imports, strings),
                ToolbarController.class,
                () -> new ToolbarController(window, filter, shell, preferences.theme(), imports, question, strings),
                ShellController.class, this::shellController), strings);
        this.strings = strings;
    }

    private final Strings strings;

    private ShellController shellController() {
        return new ShellController(shell, imports, loader, strings);
    }

    ShellViewModel shell() {
        return shell;
    }

    Filter filter() {
        return filter;
    }

    ImportViewModel imports() {
        return imports;
    }

    Parent load() {
        return loader.load(ShellController.class);
    }
}
