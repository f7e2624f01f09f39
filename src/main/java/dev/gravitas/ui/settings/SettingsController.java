package dev.gravitas.ui.settings;

import dev.gravitas.config.Setting;
import dev.gravitas.config.Setting.Group;
import dev.gravitas.ui.fx.CardRow;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.StatePane;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.ClockChoice;
import dev.gravitas.ui.preferences.LivePreferences;
import dev.gravitas.ui.preferences.MotionChoice;
import dev.gravitas.ui.preferences.NoticeChoice;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.preferences.UiScale;
import dev.gravitas.ui.settings.SettingsViewModel.LastChange;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Binds the settings view to its view model.
public final class SettingsController {
    private final SettingsViewModel model;
    private final LivePreferences preferences;
    private final Strings strings;
    private final Map<Setting, SettingLine> lines = new EnumMap<>(Setting.class);
    @FXML
    private StatePane pane;
    @FXML
    private HBox result;
    @FXML
    private Label resultTitle;
    @FXML
    private Label resultText;
    @FXML
    private Button undo;
    @FXML
    private HBox faults;
    @FXML
    private Label faultText;
    @FXML
    private ComboBox<ThemeChoice> theme;
    @FXML
    private ComboBox<UiScale> scale;
    @FXML
    private Label scaleShown;
    @FXML
    private ComboBox<MotionChoice> motion;
    @FXML
    private ComboBox<ClockChoice> clock;
    @FXML
    private ComboBox<NoticeChoice> notices;
    @FXML
    private CardRow database;
    @FXML
    private VBox workstation;
    @FXML
    private VBox endpoint;
    @FXML
    private VBox footprint;
    @FXML
    private VBox gpu;

    public SettingsController(SettingsViewModel model, LivePreferences preferences, Strings strings) {
        this.model = model;
        this.preferences = preferences;
        this.strings = strings;
    }

    @FXML
    void initialize() {
        bind(theme, preferences.theme(), List.of(ThemeChoice.values()), this::words);
        bind(scale, preferences.scale(), UiScale.STEPS.stream().map(UiScale::new).toList(),
                choice -> strings.text("settings.percent", choice.percent()));
        bind(motion, preferences.motion(), List.of(MotionChoice.values()), this::words);
        bind(notices, preferences.notices(), List.of(NoticeChoice.values()), this::words);
        bind(clock, preferences.clock(), List.of(ClockChoice.values()), this::words);
        preferences.scale().subscribe(_ -> showScale());
        preferences.shownPercent().subscribe(_ -> showScale());
        Map<Group, Pane> cards = Map.of(Group.DATABASE, database, Group.WORKSTATION, workstation, Group.ENDPOINT,
                endpoint, Group.FOOTPRINT, footprint, Group.GPU, gpu);
        Arrays.stream(Setting.values()).forEach(setting -> add(setting, cards));
        model.live().screen().subscribe(screen -> screen.ifPresent(this::show));
        model.last().subscribe(this::show);
        for (var strip : List.of(result, faults)) {
            strip.managedProperty().bind(strip.visibleProperty());
        }
        scaleShown.managedProperty().bind(scaleShown.textProperty().isNotEmpty());
        pane.follow(model.live());
    }

    private void add(Setting setting, Map<Group, Pane> cards) {
        var line = new SettingLine(model, setting, strings);
        lines.put(setting, line);
        Objects.requireNonNull(cards.get(setting.group())).getChildren().add(line);
    }

    private void show(SettingsScreen screen) {
        screen.rows().forEach(row -> Objects.requireNonNull(lines.get(row.setting())).show(row));
        faultText.setText(screen.faults());
        faults.setVisible(!screen.faults().isEmpty());
    }

    private void show(Optional<LastChange> last) {
        result.setVisible(last.isPresent());
        last.ifPresent(change -> {
            resultTitle.setText(change.notice().title());
            resultText.setText(change.notice().text());
            undo.setVisible(change.undo() != null);
        });
    }

    @FXML
    void undo() {
        model.last().get().map(LastChange::undo).ifPresent(Runnable::run);
    }

    @FXML
    void dismiss() {
        model.dismiss();
    }

    private <T> void bind(ComboBox<T> box, ObjectProperty<T> preference, List<T> choices, Function<T, String> words) {
        box.getItems().setAll(choices);
        box.setConverter(new Words<>(words));
        preference.subscribe(box::setValue);
        box.setOnAction(_ -> model.choose(preference, box.getValue(), notice(box, "settings.chosen"),
                notice(box, "settings.chosen.undone")));
    }

    private Notice notice(ComboBox<?> box, String key) {
        return new Notice(strings.text(key, box.getAccessibleText()),
                strings.text("settings.counts", strings.text("settings.effect.now")));
    }

    private void showScale() {
        var shown = preferences.shownPercent().get();
        scaleShown.setText(shown < preferences.scale().get().percent()
                ? strings.text("settings.scale.limited", shown)
                : "");
    }

    private String words(ThemeChoice choice) {
        return strings.text(switch (choice) {
            case SYSTEM -> "theme.system";
            case LIGHT -> "theme.light";
            case DARK -> "theme.dark";
            case HIGH_CONTRAST -> "theme.contrast";
        });
    }

    private String words(ClockChoice choice) {
        return strings.text(switch (choice) {
            case UTC -> "settings.clock.utc";
            case LOCAL -> "settings.clock.local";
        });
    }

    private String words(NoticeChoice choice) {
        return strings.text(switch (choice) {
            case NONE -> "settings.notices.none";
            case TROUBLE -> "settings.notices.trouble";
            case ALL -> "settings.notices.all";
        });
    }

    private String words(MotionChoice choice) {
        return strings.text(switch (choice) {
            case SYSTEM -> "settings.motion.system";
            case REDUCED -> "settings.motion.reduced";
        });
    }

    /// Only ever asked for words: nothing can be typed.
    private static final class Words<T> extends StringConverter<T> {
        private final Function<T, String> words;

        private Words(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(T choice) {
            return choice == null ? "" : words.apply(choice);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }
}
