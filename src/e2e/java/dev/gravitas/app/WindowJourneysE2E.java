package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// What operators do with the window, by mouse and keyboard, on the real console. A second window is in `SeveralAtOnceE2E`.
class WindowJourneysE2E {
    @TempDir
    private Path folder;

    private @Nullable WindowRoom opened;

    @AfterEach
    void close() {
        room().close();
    }

    private WindowRoom room() {
        return Objects.requireNonNull(opened);
    }

    private void prepared() throws Exception {
        opened = WindowRoom.prepared(folder.resolve("data"));
    }

    @Test
    void leadsFromAnEmptyFolderToALiveChartWithoutAnyOtherQuestion() throws Exception {
        opened = WindowRoom.first(folder.resolve("data"));
        room().untilSaid("First numbers");
        room().click("#importButton");
        room().click("#startImport");
        room().untilSaid("rows stored");
        room().untilSaid("13 models");
        room().shown(".time-chart");
        assertThat(room().words()).doesNotContain("First numbers");
    }

    @Test
    void changesWindowAndFilterByMouse() throws Exception {
        prepared();
        room().imported();
        room().click("#efficiency");
        room().click("#sixtyDays");
        untilRows(13);
        room().click("#component");
        room().press(KeyCode.DOWN);
        room().press(KeyCode.ENTER);
        untilRows(1);
        room().click("#hour");
        int chosen = room().of("#component", ComboBox.class, box -> box.getSelectionModel().getSelectedIndex());
        assertThat(chosen).isEqualTo(1);
    }

    private void untilRows(int count) {
        Awaitility.await()
                .until(() -> room().of("#table", TableView.class, table -> table.getItems().size()) == count);
    }

    @Test
    void zoomsIntoAChartByDraggingAndShowsAllAgain() throws Exception {
        prepared();
        room().imported();
        room().click("#trends");
        room().shown("#chart .time-chart");
        assertThat(room().words()).doesNotContain("Show all");
        room().drag("#chart .time-chart", 0.3, 0.6);
        room().untilSaid("All");
        room().press(KeyCode.DIGIT0);
        room().untilNotSaid("Back");
    }

    @Test
    void savesAChartAsPictureAndAsFigures() throws Exception {
        prepared();
        room().imported();
        room().click("#trends");
        room().click("#sixtyDays");
        room().untilSaid("UTC day");
        save(2);
        room().untilSaid("Saved: ");
        save(3);
        room().untilSaid(".csv");
        try (var files = Files.list(folder.resolve("data"))) {
            var saved = files.filter(file -> file.toString().matches(".*\\.(png|csv)")).sorted().toList();
            assertThat(saved).hasSize(2);
            assertThat(Files.readAllLines(saved.getFirst())).hasSizeGreaterThan(20)
                    .first()
                    .asString()
                    .contains("ms/token");
            assertThat(Files.readAllBytes(saved.getLast())).startsWith(0x89, 'P', 'N', 'G');
        }
    }

    /// @param item of the menu, from 0
    private void save(int item) {
        room().click("#chartActions .menu-button");
        for (int i = 0; i <= item; i++) {
            room().press(KeyCode.DOWN);
        }
        room().press(KeyCode.ENTER);
    }

    @Test
    void switchesTheThemeAndKeepsItForTheNextWindow() throws Exception {
        prepared();
        room().untilSaid("First numbers");
        command("Dark");
        assertThat(page().getBrightness()).isLessThan(0.3);
        command("Light");
        assertThat(page().getBrightness()).isGreaterThan(0.8);
        command("Dark");
        room().close();
        opened = WindowRoom.again(folder.resolve("data"));
        room().untilSaid("First numbers");
        assertThat(page().getBrightness()).isLessThan(0.3);
    }

    private void command(String words) {
        room().press(KeyCode.SHORTCUT, KeyCode.K);
        room().shown("#search");
        room().write(words);
        room().press(KeyCode.ENTER);
    }

    private Color page() {
        return room().of(".shell", Region.class,
                shell -> (Color) shell.getBackground().getFills().getLast().getFill());
    }

    @Test
    void goesEverywhereByKeyboardAlone() throws Exception {
        prepared();
        room().untilSaid("First numbers");
        var titles = List.of("Efficiency", "Trends", "VRAM", "Footprint", "Alarms", "Sources", "Settings", "Overview");
        for (int page = 0; page < titles.size(); page++) {
            room().press(KeyCode.SHORTCUT, KeyCode.valueOf("DIGIT" + ((page + 1) % 8 + 1)));
            untilTitled(titles.get(page));
        }
        room().press(KeyCode.F1);
        room().untilSaid("Keys");
        room().press(KeyCode.ESCAPE);
        command("footprint");
        untilTitled("Footprint");
        for (int steps = 0; steps < 60; steps++) {
            room().press(KeyCode.TAB);
            assertThat(focused()).as("step " + steps).isNotNull();
        }
    }

    private void untilTitled(String title) {
        Awaitility.await().until(() -> room().of("#title", Label.class, Label::getText).equals(title));
    }

    private Node focused() {
        return room().of(".shell", Region.class, shell -> shell.getScene().getFocusOwner());
    }

    @Test
    void explainsABadSettingWhereItIsWritten() throws Exception {
        prepared();
        room().untilSaid("First numbers");
        room().press(KeyCode.SHORTCUT, KeyCode.COMMA);
        room().focus("#endpoint_port");
        room().press(KeyCode.SHORTCUT, KeyCode.A);
        room().write("70000");
        room().untilSaid("It must be a whole number from 0 to 65,535. Nothing is saved.");
        assertThat(folder.resolve("data/settings.properties")).doesNotExist();
        room().press(KeyCode.ESCAPE);
        room().untilNotSaid("It must be a whole number");
    }

    @Test
    void saysThatTheDatabaseIsGoneAndThatItIsBack() throws Exception {
        prepared();
        room().imported();
        room().click("#efficiency");
        room().click("#sixtyDays");
        untilRows(13);
        room().freezeDatabase();
        room().untilSaid("Not fresh");
        room().thawDatabase();
        room().untilNotSaid("Not fresh");
        untilRows(13);
    }
}
