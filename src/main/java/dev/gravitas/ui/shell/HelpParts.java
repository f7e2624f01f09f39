package dev.gravitas.ui.shell;

import dev.gravitas.ui.command.SheetController;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Overlay;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.ViewLoader;
import dev.gravitas.ui.help.AboutController;
import dev.gravitas.ui.help.AboutViewModel;
import dev.gravitas.ui.help.DiagnosticsController;
import dev.gravitas.ui.help.DiagnosticsViewModel;
import dev.gravitas.ui.help.FoldersViewModel;
import dev.gravitas.ui.help.HelpPort;
import dev.gravitas.ui.help.NativeSaveQuestion;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;

/// Puts together what helps the operator. FX thread only.
final class HelpParts {
    private final Strings strings;
    private final Overlay overlay;
    private final Supplier<ViewLoader> loader;
    private final DiagnosticsViewModel diagnostics;
    private final AboutViewModel about;
    private final FoldersViewModel folders;

    /// @param loader asked when something is opened
    HelpParts(HelpPort port, LiveView.Tools tools, Strings strings, Overlay overlay, Supplier<ViewLoader> loader) {
        this.strings = strings;
        this.overlay = overlay;
        this.loader = loader;
        diagnostics = new DiagnosticsViewModel(port, tools, strings);
        about = new AboutViewModel(port, tools, strings);
        folders = new FoldersViewModel(port, tools, strings);
        folders.failure().subscribe(failure -> tell(failure.isPresent()));
    }

    DiagnosticsController diagnostics() {
        return new DiagnosticsController(diagnostics, new NativeSaveQuestion(strings), overlay, strings);
    }

    AboutController about() {
        return new AboutController(about, folders, overlay);
    }

    ShellCommands.HelpActions actions() {
        return new ShellCommands.HelpActions(() -> open(DiagnosticsController.class),
                () -> open(AboutController.class), folders::showData, folders::showLogs);
    }

    /// For a menu.
    List<MenuItem> items() {
        var actions = actions();
        return List.of(item("sheet.title", () -> open(SheetController.class)), item("command.bundle", actions.bundle()),
                item("help.data", actions.data()), item("help.logs", actions.logs()),
                item("command.about", actions.about()));
    }

    private MenuItem item(String textKey, Runnable action) {
        var item = new MenuItem(strings.text(textKey));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void open(Class<?> controller) {
        overlay.open(loader.get().load(controller));
    }

    // A folder that cannot be opened is told where all that is known of this console stands.
    private void tell(boolean failed) {
        if (failed && !overlay.isOpen()) {
            open(AboutController.class);
        }
    }
}
