package dev.gravitas.ui.shell;

import dev.gravitas.model.Legible;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.RangePane;
import dev.gravitas.ui.filter.WindowChoice.Rolling;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.LivePreferences;
import dev.gravitas.ui.preferences.ThemeChoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Binds the choices above every view: window of time, model, theme, and the way in for files.
final class ToolbarController {
    private final WindowViewModel window;
    private final Filter filter;
    private final ShellViewModel shell;
    private final LivePreferences preferences;
    private final TimesViewModel times;
    private final Runnable importFile;
    private final Strings strings;
    @FXML
    private HBox windows;
    @FXML
    private ToggleGroup windowGroup;
    @FXML
    private ToggleButton hour;
    @FXML
    private ToggleButton day;
    @FXML
    private ToggleButton week;
    @FXML
    private ToggleButton sixtyDays;
    @FXML
    private ToggleButton custom;
    @FXML
    private RangePane range;
    @FXML
    private Label fixed;
    @FXML
    private ComboBox<String> component;
    @FXML
    private Button timesButton;
    @FXML
    private RadioMenuItem system;
    @FXML
    private RadioMenuItem light;
    @FXML
    private RadioMenuItem dark;
    @FXML
    private RadioMenuItem highContrast;

    ToolbarController(WindowViewModel window, Filter filter, ShellViewModel shell, LivePreferences preferences,
            TimesViewModel times, Runnable importFile, Strings strings) {
        this.window = window;
        this.filter = filter;
        this.shell = shell;
        this.preferences = preferences;
        this.times = times;
        this.importFile = importFile;
        this.strings = strings;
    }

    @FXML
    void initialize() {
        bindWindow();
        bindComponent();
        bindTheme();
        bindTimes();
        for (Node part : List.of(windows, range, fixed, component)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        shell.page().subscribe(page -> {
            windows.setVisible(page.hasWindow());
            component.setVisible(page.hasComponent());
        });
        range.visibleProperty().bind(window.custom().and(windows.visibleProperty()));
        fixed.visibleProperty()
                .bind(window.custom()
                        .and(Bindings.createBooleanBinding(() -> shell.page().get().hasFixedTimes(),
                                shell.page())));
    }

    private void bindWindow() {
        var buttons = Map.of(Rolling.HOUR, hour, Rolling.DAY, day, Rolling.WEEK, week, Rolling.SIXTY_DAYS, sixtyDays);
        filter.window()
                .subscribe(choice -> windowGroup
                        .selectToggle(choice instanceof Rolling rolling ? buttons.get(rolling) : custom));
        windowGroup.selectedToggleProperty().subscribe((old, now) -> {
            // Not the action: the arrow keys choose too.
            if (now == null) {
                windowGroup.selectToggle(old);
            } else if (now == custom) {
                window.chooseCustom();
            } else {
                buttons.forEach((choice, button) -> {
                    if (button == now) {
                        window.choose(choice);
                    }
                });
            }
        });
        range.follow(window.range(), strings, window::back);
    }

    private void bindComponent() {
        filter.components().addListener((ListChangeListener<String>) _ -> fillComponents());
        fillComponents();
        component.setOnAction(_ -> {
            var index = component.getSelectionModel().getSelectedIndex();
            if (index >= 0) {
                filter.component().set(index == 0 ? Optional.empty() : Optional.of(filter.components().get(index - 1)));
            }
        });
    }

    private void fillComponents() {
        var items = new ArrayList<String>();
        items.add(strings.text("filter.component.all"));
        filter.components().stream().map(Legible::name).forEach(items::add);
        component.getItems().setAll(items);
        component.getSelectionModel()
                .select(filter.component()
                        .get()
                        .map(name -> filter.components().indexOf(name) + 1)
                        .orElse(0)
                        .intValue());
    }

    private void bindTheme() {
        var items = Map.of(ThemeChoice.SYSTEM, system, ThemeChoice.LIGHT, light, ThemeChoice.DARK, dark,
                ThemeChoice.HIGH_CONTRAST, highContrast);
        items.forEach((choice, item) -> item.setOnAction(_ -> preferences.theme().set(choice)));
        preferences.theme().subscribe(choice -> items.forEach((key, item) -> item.setSelected(key == choice)));
    }

    private void bindTimes() {
        timesButton.textProperty().bind(times.text());
        var tip = new Tooltip();
        tip.textProperty().bind(times.help());
        timesButton.setTooltip(tip);
        timesButton.accessibleTextProperty().bind(times.help());
    }

    /// Lets the operator choose a model, where the view has such a choice.
    void chooseModel() {
        if (component.isVisible()) {
            component.requestFocus();
            component.show();
        }
    }

    /// Lets the operator write from and to, where the view has such a choice.
    void chooseRange() {
        if (windows.isVisible()) {
            window.chooseCustom();
            range.requestFocus();
        }
    }

    @FXML
    void changeTimes() {
        times.change();
    }

    @FXML
    void chooseFile() {
        importFile.run();
    }

}
