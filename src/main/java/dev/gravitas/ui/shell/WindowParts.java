package dev.gravitas.ui.shell;

import static java.util.Map.entry;

import dev.gravitas.maintenance.Maintenance;
import dev.gravitas.ui.alarms.AlarmsController;
import dev.gravitas.ui.bell.Bell;
import dev.gravitas.ui.bell.BellController;
import dev.gravitas.ui.bell.BellViewModel;
import dev.gravitas.ui.bell.BellWatch;
import dev.gravitas.ui.bell.Notices;
import dev.gravitas.ui.bell.Ring;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.time.ChartTools;
import dev.gravitas.ui.command.Commands;
import dev.gravitas.ui.command.PaletteController;
import dev.gravitas.ui.command.PaletteViewModel;
import dev.gravitas.ui.command.SheetController;
import dev.gravitas.ui.compare.CompareController;
import dev.gravitas.ui.compare.ComparePresenter;
import dev.gravitas.ui.compare.CompareViewModel;
import dev.gravitas.ui.efficiency.EfficiencyController;
import dev.gravitas.ui.efficiency.EfficiencyPresenter;
import dev.gravitas.ui.efficiency.EfficiencyViewModel;
import dev.gravitas.ui.explain.Asking;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.footprint.Duties;
import dev.gravitas.ui.footprint.FootprintController;
import dev.gravitas.ui.footprint.FootprintPresenter;
import dev.gravitas.ui.footprint.FootprintViewModel;
import dev.gravitas.ui.fx.Failures;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Overlay;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.ViewLoader;
import dev.gravitas.ui.help.AboutController;
import dev.gravitas.ui.help.DiagnosticsController;
import dev.gravitas.ui.imports.FileQuestion;
import dev.gravitas.ui.imports.ImportController;
import dev.gravitas.ui.imports.ImportState;
import dev.gravitas.ui.imports.ImportViewModel;
import dev.gravitas.ui.overview.Lead;
import dev.gravitas.ui.overview.OverviewController;
import dev.gravitas.ui.overview.OverviewPresenter;
import dev.gravitas.ui.overview.OverviewViewModel;
import dev.gravitas.ui.overview.StatusWatch;
import dev.gravitas.ui.preferences.LivePreferences;
import dev.gravitas.ui.settings.SettingsController;
import dev.gravitas.ui.settings.SettingsPresenter;
import dev.gravitas.ui.settings.SettingsViewModel;
import dev.gravitas.ui.sources.SourcesController;
import dev.gravitas.ui.trends.TrendsController;
import dev.gravitas.ui.trends.TrendsPresenter;
import dev.gravitas.ui.trends.TrendsViewModel;
import dev.gravitas.ui.vram.VramController;
import dev.gravitas.ui.vram.VramPresenter;
import dev.gravitas.ui.vram.VramViewModel;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Parent;

/// Puts the view models and controllers of one window together.
final class WindowParts {
    private final ShellViewModel shell;
    private final Filter filter;
    private final ImportViewModel imports;
    private final ViewLoader loader;
    private final Overlay overlay = new Overlay();
    private final ToolbarController toolbar;
    private final TimesViewModel times;
    private final Commands commands;
    private final BellWatch bellWatch;
    private final WindowPorts ports;
    private final StatusWatch status;

    WindowParts(WindowPorts ports, FxBridge bridge, Strings strings, Formats formats, Dialogs dialogs,
            WindowChoice firstWindow, LivePreferences preferences) {
        this.ports = ports;
        status = new StatusWatch(ports.status(), ports.clock());
        var history = new BellViewModel(bridge, ports.clock());
        var bell = new Notices(history, ports.notifier(), preferences.notices(),
                new Notices.Toolset(bridge, ports.work(), this::inFront, strings));
        bellWatch = new BellWatch(bell, formats, strings);
        var tools = new LiveView.Tools(ports.work(), bridge, ports.clock(), new Failures(ports.status(), strings),
                formats);
        var asking = new Asking(overlay, strings);
        filter = new Filter(firstWindow instanceof WindowChoice.Range range && !range.isKept(ports.clock().instant())
                ? WindowChoice.Rolling.DAY
                : firstWindow);
        var colours = new ModelColours(preferences.models(), models -> bridge.run(() -> preferences.remember(models)));
        var efficiency = new EfficiencyViewModel(ports.queries(), new EfficiencyPresenter(colours, formats, strings),
                filter, tools);
        var trends = new TrendsViewModel(ports.queries(), new TrendsPresenter(colours, formats, strings), filter,
                tools);
        var compare = new CompareViewModel(ports.queries(), new ComparePresenter(colours, formats, strings), filter,
                strings, tools);
        var footprint = new FootprintViewModel(ports.queries(),
                new FootprintPresenter(ports.settings()::thresholds, formats, strings),
                new Duties(new Maintenance(ports.queries(), ports.notes(), ports.settings()::thresholds,
                        ports.clock()), tools),
                tools);
        var gpuWords = new VramPresenter(colours, ports.host(), formats, strings);
        var vram = new VramViewModel(ports.gpus(), ports.queries(), gpuWords, colours, filter, tools);
        var overview = new OverviewViewModel(
                new OverviewViewModel.Sources(ports.queries(), ports.gpus(), status),
                new OverviewPresenter(colours, gpuWords, ports.settings()::thresholds, formats, strings), filter,
                tools);
        var settings = new SettingsViewModel(ports.settings(),
                new SettingsPresenter(formats, strings, ports.status().get().role()), tools);
        shell = new ShellViewModel(Map.of(Page.OVERVIEW,
                new PageViews(overview.stored(), overview.live()), Page.EFFICIENCY, new PageViews(efficiency.live()),
                Page.TRENDS,
                new PageViews(trends.live()), Page.VRAM, new PageViews(vram.stored(), vram.live()), Page.FOOTPRINT,
                new PageViews(footprint.live()), Page.ALARMS, PageViews.NONE, Page.SOURCES, PageViews.NONE,
                Page.SETTINGS, new PageViews(settings.live()), Page.COMPARE, new PageViews(compare.live())),
                status, ports.queries(), strings, tools);
        imports = new ImportViewModel(ports.imports(), ports.work(), bridge, formats, strings, shell::refresh);
        imports.state().subscribe(state -> tell(state, bell));
        times = new TimesViewModel(preferences.clock(), formats, strings, ports.clock());
        toolbar = new ToolbarController(new WindowViewModel(filter, formats, strings, ports.clock()), filter, shell,
                preferences,
                times,
                () -> importFile(dialogs.imported()), strings);
        var help = new HelpParts(ports.help(), tools, strings, overlay, this::loader);
        commands = new ShellCommands(shell, filter, preferences,
                new ShellCommands.Actions(() -> importFile(dialogs.imported()),
                        imports::dismiss, this::openPalette, () -> overlay.open(loader().load(SheetController.class)),
                        toolbar::chooseModel, toolbar::chooseRange, this::openBell,
                        () -> asking.ask(overlay.getScene().getFocusOwner()), help.actions()),
                strings).all();
        var charts = new ChartTools(formats, strings, bridge, ports.work(),
                new RingingFiles(dialogs.charts(), bell, strings));
        loader = new ViewLoader(Map.<Class<?>, Supplier<?>>ofEntries(
                entry(OverviewController.class,
                        () -> new OverviewController(overview, charts, this::open,
                                () -> importFile(dialogs.imported()))),
                entry(EfficiencyController.class, () -> new EfficiencyController(efficiency)),
                entry(TrendsController.class, () -> new TrendsController(trends, charts, to(Page.COMPARE))),
                entry(CompareController.class, () -> new CompareController(compare, charts, to(Page.TRENDS))),
                entry(VramController.class, () -> new VramController(vram, charts)),
                entry(FootprintController.class, () -> new FootprintController(footprint)),
                entry(SettingsController.class, () -> new SettingsController(settings, preferences, strings)),
                entry(ImportController.class, () -> new ImportController(imports, strings)),
                entry(AlarmsController.class, () -> new AlarmsController(to(Page.VRAM), to(Page.FOOTPRINT))),
                entry(SourcesController.class, () -> new SourcesController(() -> importFile(dialogs.imported()))),
                entry(PaletteController.class,
                        () -> new PaletteController(new PaletteViewModel(() -> commands), overlay)),
                entry(SheetController.class, () -> new SheetController(() -> commands, overlay, strings)),
                entry(DiagnosticsController.class, help::diagnostics),
                entry(AboutController.class, help::about),
                entry(BellController.class, () -> new BellController(history, overlay, this::open, formats, strings)),
                entry(ToolbarController.class, () -> toolbar),
                entry(ShellController.class,
                        () -> new ShellController(shell, imports, loader(), overlay, asking, history,
                                new ShellController.Opens(this::openPalette, this::openBell, help::items),
                                strings))),
                strings);
    }

    private ViewLoader loader() {
        return loader;
    }

    private void open(Lead lead) {
        // What was pressed tells of these spans.
        switch (lead) {
            case EFFICIENCY -> filter.window().set(WindowChoice.Rolling.DAY);
            case TRENDS -> filter.window().set(WindowChoice.Rolling.SIXTY_DAYS);
            case VRAM, FOOTPRINT, SETTINGS -> {
            }
        }
        shell.page().set(switch (lead) {
            case EFFICIENCY -> Page.EFFICIENCY;
            case TRENDS -> Page.TRENDS;
            case VRAM -> Page.VRAM;
            case FOOTPRINT -> Page.FOOTPRINT;
            case SETTINGS -> Page.SETTINGS;
        });
    }

    private boolean inFront() {
        var scene = overlay.getScene();
        return scene != null && scene.getWindow() != null && scene.getWindow().isFocused();
    }

    private Runnable to(Page page) {
        return () -> shell.page().set(page);
    }

    private static void tell(ImportState state, Bell bell) {
        if (state instanceof ImportState.Done(var kind, var title, var text, _)) {
            bell.ring(new Ring(kind == ImportState.Kind.DANGER ? Ring.Kind.BAD : Ring.Kind.DONE, title, text,
                    Lead.EFFICIENCY));
        }
    }

    private void openBell() {
        overlay.open(loader.load(BellController.class));
    }

    /// Looks for what the bell has to tell; never waits.
    void watch() {
        bellWatch.look(status.get(), ports.gpus());
    }

    private void openPalette() {
        overlay.open(loader.load(PaletteController.class));
    }

    private void importFile(FileQuestion question) {
        question.ask(overlay.getScene().getWindow()).ifPresent(file -> imports.offer(List.of(file)));
    }

    Commands commands() {
        return commands;
    }

    ShellViewModel shell() {
        return shell;
    }

    TimesViewModel times() {
        return times;
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
