package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.explain.Explained;
import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.overview.FigureButton;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Every figure can be asked how it was measured, by mouse and by keyboard.
class ExplainDriveTest {
    /// Heads say how to read what is below them; names of lines and the titles of strips name things.
    private static final Set<String> NO_FIGURES = Set.of("card-head", "trend-head", "page-title", "strip-title",
            "keys");
    /// The version of a server, and addresses.
    private static final Set<String> NAMES = Set.of("database", "connection", "endpoint");

    private static FxRoom full(Page page) {
        return new FxRoom(new SampleQueries().vram(SampleGpus::stored)).gpus(SampleGpus.two())
                .open(page, ThemeChoice.LIGHT, 1600, 1000)
                .settle();
    }

    @ParameterizedTest
    @EnumSource(value = Page.class, names = {"SETTINGS", "ALARMS", "SOURCES"}, mode = EnumSource.Mode.EXCLUDE)
    void explainsEveryFigure(Page page) {
        try (var room = full(page)) {
            var figures = FxRoom.on(() -> figures(room.root()));
            assertThat(figures).hasSizeGreaterThan(20);
            assertThat(FxRoom.on(() -> figures.stream()
                    .filter(figure -> Explained.of(figure).isEmpty())
                    .map(figure -> figure.getText() + " " + figure.getStyleClass())
                    .distinct()
                    .toList())).isEmpty();
        }
    }

    /// An explanation tells the very figure that is shown.
    @ParameterizedTest
    @EnumSource(value = Page.class, names = {"EFFICIENCY", "FOOTPRINT"})
    void explainsTheFigureThatIsShown(Page page) {
        try (var room = full(page)) {
            assertThat(FxRoom.on(() -> figures(room.root()).stream()
                    .filter(figure -> figure.getStyleClass().contains("key-value")
                            || figure.getStyleClass().contains("table-cell"))
                    .filter(figure -> Explained.of(figure)
                            .map(asked -> asked.all().get(asked.at()))
                            .filter(told -> told.value().contains(figure.getText())
                                    || told.subject().contains(figure.getText()))
                            .isEmpty())
                    .map(Labeled::getText)
                    .toList())).isEmpty();
        }
    }

    private static List<Labeled> figures(Node root) {
        var figures = new ArrayList<Labeled>();
        collect(root, figures);
        return figures;
    }

    private static void collect(Node node, List<Labeled> figures) {
        // What can be chosen names models.
        if (!node.isVisible() || node instanceof ComboBoxBase
                || node.getStyleClass().stream().anyMatch(NO_FIGURES::contains)
                || node.getId() != null && NAMES.contains(node.getId()) && node instanceof Label) {
            return;
        }
        if (node instanceof Labeled labeled && !(node instanceof ButtonBase) && labeled.getText() != null
                && labeled.getText().chars().anyMatch(Character::isDigit)) {
            figures.add(labeled);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, figures));
        }
    }

    private static void press(FxRoom room, KeyCode code) {
        FxRoom.on(() -> {
            var scene = room.scene();
            var event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
            var focused = scene.getFocusOwner();
            Event.fireEvent(focused == null ? scene : focused, event);
            var accelerator = scene.getAccelerators()
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().match(event))
                    .findFirst();
            accelerator.ifPresent(entry -> entry.getValue().run());
            return true;
        });
        room.pulses(2);
    }

    @Test
    void answersByKeyWalksOnAndClosesByEscape() {
        try (var room = full(Page.OVERVIEW)) {
            var key = room.find("requestsKey", FigureButton.class);
            FxRoom.on(() -> {
                key.requestFocus();
                return true;
            });
            press(room, KeyCode.M);
            assertThat(room.words()).contains("Requests, last 24 hours").contains("n = ").contains("all workstations");
            assertThat(FxRoom.on(() -> LayoutAudit.of((Parent) room.root().lookup(".explanation")))).isEmpty();
            assertThat(FxRoom.on(() -> room.root().lookup(".explanation").getAccessibleText()))
                    .contains("all workstations");
            press(room, KeyCode.RIGHT);
            assertThat(room.words()).contains("counted, never averaged in");
            press(room, KeyCode.ESCAPE);
            assertThat(FxRoom.on(() -> room.root().lookup(".explanation"))).isNull();
            assertThat(FxRoom.on(() -> room.scene().getFocusOwner())).isSameAs(key);
        }
    }

    @Test
    void answersForTheChosenRowOfATable() {
        try (var room = full(Page.EFFICIENCY)) {
            var table = room.find("table", TableView.class);
            FxRoom.on(() -> {
                table.requestFocus();
                table.getSelectionModel().select(2);
                return true;
            });
            press(room, KeyCode.M);
            assertThat(room.words()).contains("Σ time of its requests").contains("1 of 12");
        }
    }

    @Test
    void answersByTheMarkBesideAFigure() {
        try (var room = full(Page.FOOTPRINT)) {
            var mark = FxRoom.on(() -> (AskMark) room.find("size", Parent.class).lookup(".ask-mark"));
            assertThat(mark.getAccessibleText()).isEqualTo("How was this measured?");
            FxRoom.on(() -> {
                mark.fire();
                return true;
            });
            room.pulses(2);
            assertThat(room.words()).contains("pg_total_relation_size");
        }
    }

    @Test
    void saysHowToAskWhereNoFigureHasTheFocus() {
        try (var room = full(Page.SETTINGS)) {
            press(room, KeyCode.M);
            assertThat(room.words()).contains("No figure has the focus");
            press(room, KeyCode.ESCAPE);
            assertThat(room.words()).doesNotContain("No figure has the focus");
        }
    }
}
