package dev.gravitas.ui.settings;

import dev.gravitas.config.Allowed;
import dev.gravitas.config.Setting;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.Styles;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One setting: what it is for, a field with its value, what else it may be, and why a value cannot be used.
final class SettingLine extends VBox {
    private static final double FIELD = 260;

    private final SettingsViewModel model;
    private final Setting setting;
    private final SettingEdit edit;
    private final Strings strings;
    private final Control field;
    private final Label origin = new Label();
    private final Button reset = new Button();

    SettingLine(SettingsViewModel model, Setting setting, Strings strings) {
        this.model = model;
        this.setting = setting;
        this.strings = strings;
        edit = model.edit(setting);
        field = field();
        getStyleClass().add("setting");
        getChildren().addAll(head(), line(), fault(), warning(), caption(model.presenter().help(setting)),
                caption(model.presenter().rule(setting)));
    }

    private HBox head() {
        var name = new Label(setting.key());
        name.getStyleClass().add("card-title");
        name.setLabelFor(field);
        name.setMinWidth(USE_PREF_SIZE);
        origin.getStyleClass().add("caption");
        origin.setWrapText(true);
        origin.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(origin, Priority.ALWAYS);
        var head = new HBox(name, origin);
        head.getStyleClass().add("setting-head");
        return head;
    }

    void show(SettingRow row) {
        origin.setText(row.origin());
        reset.setVisible(row.editable() && row.inFile());
        switch (field) {
            case TextField text -> {
                text.setEditable(row.editable());
                text.setPromptText(row.placeholder());
            }
            case ComboBox<?> box -> {
                box.setDisable(!row.editable());
                box.setPromptText(row.placeholder());
            }
            default -> {
            }
        }
    }

    private Control field() {
        var made = setting.allowed() instanceof Allowed.OneOf(var choices) ? choice(choices) : text();
        made.setId(setting.name().toLowerCase(Locale.ROOT));
        made.setPrefWidth(FIELD);
        made.setAccessibleText(setting.key());
        made.setAccessibleHelp(model.presenter().help(setting));
        edit.fault().subscribe(fault -> made.pseudoClassStateChanged(Styles.DANGER, !fault.isEmpty()));
        return made;
    }

    private Control text() {
        var field = new TextField();
        field.textProperty().bindBidirectional(edit.draft());
        field.setOnAction(_ -> model.save(setting));
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::discard);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(FIELD * 2);
        return field;
    }

    private void discard(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && edit.changed().get()) {
            edit.discard();
            key.consume();
        }
    }

    private Control choice(List<String> choices) {
        var field = new ComboBox<String>();
        field.getItems().setAll(choices);
        edit.draft().subscribe(draft -> field.setValue(draft == null || draft.isEmpty() ? null : draft));
        field.valueProperty().subscribe((_, now) -> edit.draft().set(now == null ? "" : now));
        return field;
    }

    private HBox line() {
        var line = new HBox(field);
        if (setting.allowed() instanceof Allowed.Whole whole && !whole.unit().isEmpty()) {
            var unit = new Label(whole.unit());
            unit.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(unit);
        }
        line.getChildren().addAll(save(), reset());
        line.getStyleClass().add("setting-line");
        return line;
    }

    private Button save() {
        var save = new Button(strings.text("settings.save"));
        save.setId("save-" + field.getId());
        save.setMinWidth(USE_PREF_SIZE);
        save.disableProperty().bind(edit.savable().not());
        save.visibleProperty().bind(edit.changed());
        save.managedProperty().bind(save.visibleProperty());
        save.setOnAction(_ -> model.save(setting));
        return save;
    }

    private Button reset() {
        reset.setText(strings.text("settings.reset"));
        reset.setId("reset-" + field.getId());
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setVisible(false);
        reset.managedProperty().bind(reset.visibleProperty());
        reset.disableProperty().bind(edit.saving());
        reset.setOnAction(_ -> model.reset(setting));
        return reset;
    }

    private Label fault() {
        var fault = words("setting-fault", "mdal-error");
        fault.textProperty().bind(edit.fault());
        fault.visibleProperty().bind(edit.fault().isNotEmpty());
        return fault;
    }

    private Label warning() {
        var warning = words("setting-warning", "mdmz-warning");
        warning.setText(strings.text("settings.database.changes"));
        warning.setVisible(false);
        if (setting.choosesDatabase()) {
            warning.visibleProperty().bind(edit.changed());
        }
        return warning;
    }

    private static Label words(String style, String icon) {
        var words = new Label();
        words.setGraphic(new FontIcon(icon));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add(style);
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private static Label caption(String text) {
        var caption = new Label(text);
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        caption.getStyleClass().add("caption");
        return caption;
    }
}
