package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.SampleHelp;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// What helps the operator beyond the figures.
class HelpDriveTest {
    private final FxRoom room = new FxRoom(new SampleQueries());

    @AfterEach
    void close() {
        room.close();
    }

    private void press(KeyCode key, KeyCombination.Modifier... with) {
        FxRoom.on(() -> {
            Objects.requireNonNull(room.scene().getAccelerators().get(new KeyCodeCombination(key, with))).run();
            return true;
        });
    }

    private void bundle() {
        press(KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private void audit() {
        room.pulses(4);
        assertThat(FxRoom.on(() -> LayoutAudit.of((Parent) room.root().lookup(".help-sheet")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"800,500,LIGHT", "1280,800,DARK", "2560,1440,LIGHT"})
    void showsEachEntryOfTheBundleBeforeItIsSaved(int width, int height, ThemeChoice theme) {
        room.open(Page.OVERVIEW, theme, width, height).settle();
        bundle();
        room.untilSaid("logs/gravitas.log");
        assertThat(room.find("preview", TextArea.class).getText()).startsWith("Gravitas Console");
        FxRoom.on(() -> {
            room.find("entries", ListView.class).getSelectionModel().selectLast();
            return true;
        });
        assertThat(room.find("preview", TextArea.class).getText()).contains("line 399");
        assertThat(room.find("save", Button.class).isDisabled()).isFalse();
        audit();
    }

    @Test
    void stopsReadingTheBundleWhenItIsTold() {
        room.help(new SampleHelp(true)).open(Page.OVERVIEW, ThemeChoice.LIGHT, 1280, 800).settle();
        bundle();
        room.untilSaid("settings.txt");
        audit();
        assertThat(room.find("save", Button.class).isDisabled()).isTrue();
        FxRoom.on(() -> {
            room.root()
                    .lookupAll(".button")
                    .stream()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(button -> "Cancel".equals(button.getText())
                            && button.getParent() == room.root().lookup("#reading"))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        room.untilSaid("Stopped before all was read");
        audit();
    }

    @ParameterizedTest
    @CsvSource({"800,500,DARK", "1280,800,LIGHT", "2560,1440,DARK"})
    void saysWhatTheConsoleIsMadeOf(int width, int height, ThemeChoice theme) {
        room.open(Page.OVERVIEW, theme, width, height).settle();
        press(KeyCode.F1, KeyCombination.SHIFT_DOWN);
        room.untilSaid("244ba4bfd2c1");
        room.untilSaid("LGPLv3");
        assertThat(room.words()).contains("version 3, this program knows 3");
        audit();
    }

    @Test
    void saysWhereAFolderIsThatCannotBeOpened() {
        room.open(Page.OVERVIEW, ThemeChoice.LIGHT, 1280, 800).settle();
        FxRoom.on(() -> {
            room.find("help", MenuButton.class)
                    .getItems()
                    .stream()
                    .filter(item -> item.getText().equals("Open logs"))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        room.untilSaid("The folder /home/ada/.local/share/gravitas/logs could not be opened");
        room.untilSaid("This system has no xdg-open");
        audit();
    }
}
