package dev.gravitas.ui.shell;

import dev.gravitas.ui.command.Command;
import dev.gravitas.ui.command.Commands;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.WindowChoice.Rolling;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.ClockChoice;
import dev.gravitas.ui.preferences.LivePreferences;
import dev.gravitas.ui.preferences.ThemeChoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What can be done from anywhere in the window. FX thread only.
///
/// @param actions what needs the scene
record ShellCommands(ShellViewModel shell, Filter filter, LivePreferences preferences, Actions actions,
        Strings strings) {

    /// Keys of the command palette.
    static final String PALETTE = "Shortcut+K";

    /// @param importFile asks for a file
    /// @param dismiss closes what is done or not begun
    record Actions(Runnable importFile, Runnable dismiss, Runnable palette, Runnable sheet, Runnable filter,
            Runnable range, Runnable bell, Runnable explain, HelpActions help) {}

    /// @param bundle shows the bundle of diagnostics
    record HelpActions(Runnable bundle, Runnable about, Runnable data, Runnable logs) {}

    Commands all() {
        var commands = new ArrayList<Command>();
        for (var page : Page.values()) {
            var keys = new ArrayList<>(List.of("Shortcut+" + (page.ordinal() + 1)));
            if (page == Page.SETTINGS) {
                keys.add("Shortcut+Comma");
            }
            commands.add(command("command.group.view", page.titleKey(), keys,
                    () -> shell.page().set(page)));
        }
        for (var window : Map.of(Rolling.HOUR, "command.window.hour", Rolling.DAY, "command.window.day", Rolling.WEEK,
                "command.window.week", Rolling.SIXTY_DAYS, "command.window.sixty")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            commands.add(command("command.group.window", window.getValue(), List.of(),
                    () -> filter.window().set(window.getKey())));
        }
        commands.add(command("command.group.window", "command.window.range", List.of("Shortcut+T"), actions.range()));
        commands.add(command("command.group.data", "command.refresh", List.of("F5", "R"), shell::refresh));
        commands.add(command("command.group.data", "command.pause", List.of("Space"),
                () -> shell.paused().set(!shell.paused().get())));
        commands.add(command("command.group.data", "command.filter", List.of("Shortcut+F"), actions.filter()));
        commands.add(command("command.group.data", "explain.ask", List.of("M"), actions.explain()));
        commands.add(command("command.group.data", "command.bell", List.of("N"), actions.bell()));
        commands.add(command("command.group.data", "command.import", List.of("Shortcut+O"), actions.importFile()));
        commands.add(command("command.group.data", "command.dismiss", List.of("Esc"), actions.dismiss()));
        for (var choice : ThemeChoice.values()) {
            commands.add(command("command.group.theme", textKey(choice), List.of(),
                    () -> preferences.theme().set(choice)));
        }
        commands.add(command("command.group.times", "command.times.utc", List.of(),
                () -> preferences.clock().set(ClockChoice.UTC)));
        commands.add(command("command.group.times", "command.times.local", List.of(),
                () -> preferences.clock().set(ClockChoice.LOCAL)));
        commands.add(command("command.group.help", "command.palette", List.of(PALETTE),
                actions.palette()));
        commands.add(command("command.group.help", "command.sheet", List.of("F1", "?"), actions.sheet()));
        var help = actions.help();
        commands.add(command("command.group.help", "command.bundle", List.of("Shortcut+Shift+D"), help.bundle()));
        commands.add(command("command.group.help", "help.data", List.of(), help.data()));
        commands.add(command("command.group.help", "help.logs", List.of(), help.logs()));
        commands.add(command("command.group.help", "command.about", List.of("Shift+F1"), help.about()));
        return new Commands(commands);
    }

    private static String textKey(ThemeChoice choice) {
        return switch (choice) {
            case SYSTEM -> "theme.system";
            case LIGHT -> "theme.light";
            case DARK -> "theme.dark";
            case HIGH_CONTRAST -> "theme.contrast";
        };
    }

    private Command command(String groupKey, String textKey, List<String> keys, Runnable action) {
        return new Command(strings.text(groupKey), strings.text(textKey), keys, action);
    }
}
