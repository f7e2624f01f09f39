package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.KeptPreferences;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.testing.SampleSettings;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.MotionChoice;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.preferences.UiScale;
import dev.gravitas.ui.preferences.WindowMemory;
import dev.gravitas.ui.preferences.WindowPlace;
import dev.gravitas.ui.shell.ConsoleWindow;
import dev.gravitas.ui.shell.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/// What the Settings view and the preferences do when somebody uses them.
class SettingsDriveTest {
    private final KeptPreferences preferences = new KeptPreferences();
    private final FxRoom room = new FxRoom(new SampleQueries().models(4));

    @TempDir
    private Path folder;

    @BeforeEach
    void furnish() {
        room.settings(new SampleSettings(folder, Map.of("GRAVITAS_HOST_LABEL", "rack-3"))).preferences(preferences);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void open(Page page, ThemeChoice theme) {
        room.open(page, theme, 1280, 800).settle();
    }

    private void type(String field, String text) {
        FxRoom.on(() -> {
            room.find(field, TextField.class).setText(text);
            return true;
        });
        room.pulses(2);
    }

    private void fire(String button) {
        FxRoom.on(() -> {
            room.find(button, Button.class).fire();
            return true;
        });
    }

    private <T> void choose(String box, T choice) {
        FxRoom.on(() -> {
            @SuppressWarnings("unchecked")
            var choices = (ComboBox<T>) room.find(box, ComboBox.class);
            choices.setValue(choice);
            return true;
        });
        room.pulses(3);
    }

    private Color page() {
        return FxRoom.on(() -> (Color) ((Region) room.root().lookup(".shell")).getBackground()
                .getFills()
                .getLast()
                .getFill());
    }

    @Test
    void explainsABadValueInPlaceAndSavesTheGoodOneThatFollows() throws Exception {
        open(Page.SETTINGS, ThemeChoice.LIGHT);
        type("endpoint_port", "70000");
        assertThat(room.words()).contains("It must be a whole number from 0 to 65,535. Nothing is saved.");
        assertThat(room.find("save-endpoint_port", Button.class).isDisabled()).isTrue();
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        FxRoom.on(() -> {
            room.find("endpoint_port", TextField.class).getOnAction().handle(new ActionEvent());
            return true;
        });
        assertThat(folder).isEmptyDirectory();
        FxRoom.on(() -> {
            var field = room.find("endpoint_port", TextField.class);
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return true;
        });
        assertThat(room.find("endpoint_port", TextField.class).getText()).isEqualTo("8417");
        type("endpoint_port", "9000");
        fire("save-endpoint_port");
        room.untilSaid("endpoint.port is saved");
        assertThat(folder.resolve("settings.properties")).hasContent("endpoint.port=9000\n");
        room.untilSaid("from settings.properties");
        room.pulses(3);
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        fire("undo");
        room.untilSaid("endpoint.port is as it was");
        assertThat(folder.resolve("settings.properties")).isEmptyFile();
    }

    @Test
    void saysWhatAnotherDatabaseMeansBeforeItIsSavedAndWhatIsMissingForIt() {
        open(Page.SETTINGS, ThemeChoice.DARK);
        choose("database_mode", "external");
        assertThat(room.words()).contains("What is stored in the present one stays there");
        fire("save-database_mode");
        room.untilSaid("database.host is missing");
        room.pulses(3);
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesAloneWhatTheEnvironmentSaysAndSaysWhatIsWrongWithTheFile() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "colour=blue\nfootprint.max_rows=many\n");
        open(Page.SETTINGS, ThemeChoice.LIGHT);
        assertThat(room.words()).contains("from GRAVITAS_HOST_LABEL in the environment");
        assertThat(room.find("host_label", TextField.class).isEditable()).isFalse();
        assertThat(room.find("host_label", TextField.class).getText()).isEqualTo("rack-3");
        assertThat(room.words()).contains("colour is not a setting",
                "It must be a whole number from 1,000 to 1,000,000,000,000,000 rows");
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
    }

    @Test
    void opensByItsKeyAndChangesAThresholdAtOnce() {
        open(Page.FOOTPRINT, ThemeChoice.LIGHT);
        FxRoom.on(() -> {
            Objects.requireNonNull(room.scene()
                    .getAccelerators()
                    .get(new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN))).run();
            return true;
        });
        room.untilSaid("gpu.lockout_free_mib");
        type("footprint_max_rows", "1234567");
        fire("save-footprint_max_rows");
        room.untilSaid("footprint.max_rows is saved");
        FxRoom.on(() -> {
            room.find("footprint", ToggleButton.class).fire();
            return true;
        });
        room.untilSaid("of 1,234,567");
    }

    @Test
    void switchesThemeAndMotionLiveAndBack() {
        open(Page.SETTINGS, ThemeChoice.LIGHT);
        var light = page();
        choose("theme", ThemeChoice.DARK);
        assertThat(page()).isEqualTo(Color.web("#0d1117"));
        choose("theme", ThemeChoice.HIGH_CONTRAST);
        assertThat(page()).isEqualTo(Color.BLACK);
        FxRoom.on(() -> {
            room.find("undo", Button.class).requestFocus();
            return true;
        });
        room.pulses(2);
        assertThat(FxRoom
                .on(() -> room.find("undo", Button.class).getBorder().getStrokes().getLast().getWidths().getTop()))
                .isEqualTo(3);
        fire("undo");
        room.pulses(3);
        assertThat(page()).isEqualTo(Color.web("#0d1117"));
        assertThat(light).isNotEqualTo(page());
        assertThat(preferences.load().theme()).isEqualTo(ThemeChoice.DARK);
        var spinner = FxRoom.on(() -> {
            var made = new ProgressIndicator();
            room.find("content", StackPane.class).getChildren().add(made);
            return made;
        });
        room.pulses(2);
        assertThat(spinner.getOpacity()).isEqualTo(1);
        choose("motion", MotionChoice.REDUCED);
        assertThat(spinner.getOpacity()).isZero();
        fire("undo");
        room.pulses(2);
        assertThat(spinner.getOpacity()).isEqualTo(1);
    }

    @Test
    void keepsPreferencesForTheNextWindow() {
        room.window(WindowChoice.Rolling.WEEK);
        open(Page.SETTINGS, ThemeChoice.LIGHT);
        choose("theme", ThemeChoice.HIGH_CONTRAST);
        choose("scale", new UiScale(125));
        choose("motion", MotionChoice.REDUCED);
        room.close();
        try (var again = new FxRoom(new SampleQueries().models(4)).preferences(preferences)) {
            var look = ConsoleWindow.Look.of(preferences.load());
            again.open(Page.SETTINGS, look.theme(), 1280, 800).settle();
            assertThat(again.find("theme", ComboBox.class).getValue()).isEqualTo(ThemeChoice.HIGH_CONTRAST);
            assertThat(again.find("scale", ComboBox.class).getValue()).isEqualTo(new UiScale(125));
            assertThat(FxRoom.on(() -> again.scene().getPreferences().isReducedMotion())).isTrue();
            assertThat(FxRoom.on(() -> again.root().lookup(".shell").getLayoutBounds().getWidth())).isEqualTo(1024);
        }
    }

    private ConsoleWindow window() {
        return FxRoom.on(() -> {
            var opened = new ConsoleWindow(room.ports(Clock.fixed(SampleQueries.NOW, ZoneOffset.UTC)),
                    ConsoleWindow.Look.of(preferences.load()), new Strings(Locale.ENGLISH), FxRoom.noDialogs());
            opened.show();
            return opened;
        });
    }

    @Test
    void opensTheNextWindowAsTheLastOneWasLeft() {
        var first = window();
        FxRoom.on(() -> {
            first.stage().setX(40);
            first.stage().setY(30);
            first.stage().setWidth(1_000);
            first.stage().setHeight(700);
            ((ToggleButton) first.stage().getScene().lookup("#trends")).fire();
            return true;
        });
        FxRoom.pulses(FxRoom.on(() -> first.stage().getScene()), 2);
        FxRoom.on(() -> {
            first.close();
            return true;
        });
        assertThat(preferences.load().window()).isEqualTo(new WindowMemory(new WindowPlace(40, 30, 1_000, 700), false,
                "TRENDS", WindowChoice.Rolling.DAY));
        var next = window();
        FxRoom.on(() -> {
            assertThat(next.stage()).extracting(Stage::getX, Stage::getY, Stage::getWidth, Stage::getHeight)
                    .containsExactly(40.0, 30.0, 1_000.0, 700.0);
            assertThat(((ToggleButton) next.stage().getScene().lookup("#trends")).isSelected()).isTrue();
            next.close();
            return true;
        });
    }

    @Test
    void growsOnlyAsLargeAsTheWindowHasRoomFor() {
        open(Page.SETTINGS, ThemeChoice.LIGHT);
        choose("scale", new UiScale(200));
        assertThat(room.words()).contains("Shown at 160 %");
        assertThat(FxRoom.on(() -> room.root().lookup(".shell").getLayoutBounds().getWidth())).isEqualTo(800);
        assertThat(FxRoom.on(() -> room.root().lookup(".viewport").isCache())).as("drawn from a blurred picture")
                .isFalse();
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        FxRoom.on(() -> {
            room.root().resize(1600, 1000);
            return true;
        });
        room.pulses(3);
        assertThat(room.words()).doesNotContain("Shown at");
        FxRoom.on(() -> {
            room.find("theme", ComboBox.class).show();
            return true;
        });
        room.pulses(3);
        assertThat(FxRoom.on(() -> ((ComboBoxListViewSkin<?>) room.find("theme", ComboBox.class).getSkin())
                .getPopupContent()
                .lookupAll(".list-cell")
                .stream()
                .map(cell -> ((ListCell<?>) cell).getFont().getSize())
                .distinct()
                .toList())).isEqualTo(List.of(28.0));
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void laysEveryViewOutInHighContrastAtTwiceTheSize(Page page) {
        room.scale(200).open(page, ThemeChoice.HIGH_CONTRAST, 2560, 1440).settle();
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root(), 7))).isEmpty();
    }
}
