package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.filter.RangePane;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.imports.ImportPort;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DateCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/// What the window does when somebody uses it.
class WindowDriveTest {
    private final SampleQueries queries = new SampleQueries();
    private final FxRoom room = new FxRoom(queries);

    @AfterEach
    void close() {
        room.close();
    }

    private FxRoom open(Page page) {
        return open(page, ThemeChoice.LIGHT);
    }

    private FxRoom open(Page page, ThemeChoice theme) {
        return room.open(page, theme, 1280, 800).settle();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void press(KeyCode key, KeyCombination.Modifier... with) {
        FxRoom.on(() -> {
            Objects.requireNonNull(room.scene().getAccelerators().get(new KeyCodeCombination(key, with))).run();
            return true;
        });
    }

    @Test
    void asksForTheChosenWindow() {
        open(Page.EFFICIENCY);
        for (var choice : List.of("hour", "day", "week", "sixtyDays")) {
            var before = queries.lastWindow();
            FxRoom.on(() -> {
                room.find(choice, ToggleButton.class).fire();
                return true;
            });
            room.until(() -> !Objects.equals(before, queries.lastWindow()));
        }
        // Holds on to what is shown.
        FxRoom.on(() -> {
            room.find("custom", ToggleButton.class).fire();
            return true;
        });
        room.settle();
        assertThat(room.find("range", RangePane.class).isVisible()).isTrue();
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
    }

    private TextField end(int index) {
        return FxRoom.on(() -> (TextField) room.find("range", RangePane.class)
                .lookupAll(".text-field")
                .stream()
                .toList()
                .get(index));
    }

    private void write(TextField field, String text) {
        FxRoom.on(() -> {
            field.setText(text);
            field.fireEvent(key(KeyCode.ENTER));
            return true;
        });
        room.settle();
    }

    @Test
    void asksForTheSpanThatIsWrittenAndSaysWhyNotForAnother() {
        open(Page.EFFICIENCY);
        press(KeyCode.T, KeyCombination.SHORTCUT_DOWN);
        room.settle();
        assertThat(FxRoom.on(() -> end(0).getText() + " " + end(1).getText()))
                .isEqualTo("2026-09-24 12:00 2026-11-23 12:00");
        assertThat(FxRoom.on(() -> room.scene().getFocusOwner())).isEqualTo(end(0));
        write(end(0), "2026-11-20 08:15");
        write(end(1), "2026-11-21");
        var span = new TimeWindow(Instant.parse("2026-11-20T08:15:00Z"), Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(queries.lastWindow()).isEqualTo(span);
        write(end(1), "2026-11-19");
        room.pulses(3);
        assertThat(room.words()).contains("“From” must lie before “to”. What is shown is still the span before.");
        assertThat(queries.lastWindow()).isEqualTo(span);
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        escape();
        assertThat(FxRoom.on(() -> end(1).getText())).isEqualTo("2026-11-22 00:00");
        escape();
        room.settle();
        assertThat(FxRoom.on(() -> room.find("sixtyDays", ToggleButton.class).isSelected())).isTrue();
        assertThat(room.find("range", RangePane.class).isVisible()).isFalse();
    }

    private void escape() {
        FxRoom.on(() -> {
            end(1).fireEvent(key(KeyCode.ESCAPE));
            return true;
        });
    }

    @Test
    void saysWhereASpanDoesNotCount() {
        room.window(new WindowChoice.Range(SampleQueries.NOW.minusSeconds(7_200), SampleQueries.NOW.minusSeconds(60)));
        open(Page.OVERVIEW);
        assertThat(room.words()).contains("This view has times of its own");
        press(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN);
        room.settle();
        assertThat(room.words()).doesNotContain("times of its own");
    }

    @Test
    void opensWithTheLastDayWhereTheSpanIsNotKeptAnyMore() {
        var longAgo = SampleQueries.NOW.minusSeconds(70 * 86_400);
        room.window(new WindowChoice.Range(longAgo, longAgo.plusSeconds(60)));
        open(Page.EFFICIENCY);
        assertThat(FxRoom.on(() -> room.find("day", ToggleButton.class).isSelected())).isTrue();
    }

    @Test
    void picksADayFromTheCalendar() {
        room.window(new WindowChoice.Range(Instant.parse("2026-11-20T08:15:00Z"), SampleQueries.NOW));
        open(Page.EFFICIENCY);
        FxRoom.on(() -> {
            ((MenuButton) room.find("range", RangePane.class).lookup(".calendar-button")).show();
            return true;
        });
        room.pulses(3);
        FxRoom.on(() -> {
            var cells = Window.getWindows()
                    .stream()
                    .flatMap(window -> window.getScene().getRoot().lookupAll(".day-cell").stream())
                    .map(DateCell.class::cast)
                    .toList();
            assertThat(cells).filteredOn(cell -> LocalDate.parse("2026-11-24").equals(cell.getItem()))
                    .isNotEmpty()
                    .allMatch(Node::isDisabled);
            var day = cells.stream().filter(cell -> LocalDate.parse("2026-11-18").equals(cell.getItem())).findFirst();
            Event.fireEvent(day.orElseThrow(), click());
            return true;
        });
        room.settle();
        assertThat(queries.lastWindow())
                .isEqualTo(new TimeWindow(Instant.parse("2026-11-18T08:15:00Z"), SampleQueries.NOW));
    }

    private static MouseEvent click() {
        return new MouseEvent(MouseEvent.MOUSE_CLICKED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, false, false,
                false, false, false, false, false, false, true, null);
    }

    @Test
    void showsOneModelWhenItIsChosen() {
        open(Page.EFFICIENCY);
        FxRoom.on(() -> {
            room.find("component", ComboBox.class).getSelectionModel().select(3);
            return true;
        });
        room.until(() -> room.find("table", TableView.class).getItems().size() == 1);
        FxRoom.on(() -> {
            room.find("component", ComboBox.class).getSelectionModel().selectLast();
            return true;
        });
        room.settle();
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
    }

    @Test
    void picksUpNewFigures() {
        queries.models(3);
        open(Page.EFFICIENCY);
        queries.models(5).rows(72_001);
        room.refresh();
        room.until(() -> room.find("table", TableView.class).getItems().size() == 5);
        room.untilSaid("72,001 events");
    }

    @Test
    void tellsTimesInTheZoneThatIsChosen() {
        var zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
        try {
            open(Page.FOOTPRINT);
            room.untilSaid("+00:00");
            FxRoom.on(() -> {
                room.find("timesButton", Button.class).fire();
                return true;
            });
            room.untilSaid("+05:30");
            room.pulses(3);
            assertThat(FxRoom.on(() -> room.find("timesButton", Button.class).getText())).isEqualTo("Local +05:30");
            assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void switchesPagesByKey() {
        open(Page.EFFICIENCY);
        press(KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN);
        room.untilSaid("6 of 13 models");
        press(KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN);
        room.untilSaid("Who holds it");
        press(KeyCode.DIGIT5, KeyCombination.SHORTCUT_DOWN);
        room.untilSaid("system_telemetry");
        press(KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN);
        room.untilSaid("All is well");
        press(KeyCode.F5);
    }

    @Test
    void saysOfEachViewThatIsAnnouncedOnlyWhatItIsFor() {
        assertThat(Stream.of(Page.values()).filter(Page::isAnnounced)).containsExactly(Page.ALARMS, Page.SOURCES);
        open(Page.ALARMS);
        room.untilSaid("Alarms are not built yet");
        fire("Show Footprint", room.root());
        room.untilSaid("system_telemetry");
    }

    @Test
    void opensAViewThroughThePalette() {
        open(Page.EFFICIENCY);
        press(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
        room.pulses(3);
        assertThat(FxRoom.on(() -> LayoutAudit.of((Parent) room.root().lookup(".overlay")))).isEmpty();
        FxRoom.on(() -> {
            room.find("search", TextField.class).setText("trend");
            room.find("search", TextField.class).fireEvent(key(KeyCode.ENTER));
            return true;
        });
        room.untilSaid("6 of 13 models");
        assertThat(FxRoom.on(() -> room.root().lookup(".palette"))).isNull();
    }

    @Test
    void keepsTheFocusInThePaletteUntilEscapeAndGivesItBack() {
        open(Page.EFFICIENCY);
        FxRoom.on(() -> {
            room.find("custom", ToggleButton.class).requestFocus();
            return true;
        });
        press(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
        room.until(() -> room.scene().getFocusOwner() == room.find("search", TextField.class));
        FxRoom.on(() -> {
            room.find("custom", ToggleButton.class).requestFocus();
            return true;
        });
        room.until(() -> room.scene().getFocusOwner() == room.find("search", TextField.class));
        FxRoom.on(() -> {
            room.find("search", TextField.class).fireEvent(key(KeyCode.ESCAPE));
            return true;
        });
        room.until(() -> room.scene().getFocusOwner() == room.find("custom", ToggleButton.class));
    }

    @Test
    void showsEveryKey() {
        open(Page.EFFICIENCY);
        press(KeyCode.F1);
        room.untilSaid("Read anew");
        room.pulses(3);
        assertThat(FxRoom.on(() -> LayoutAudit.of((Parent) room.root().lookup(".overlay")))).isEmpty();
    }

    @Test
    void letsFiguresStandStillWhilePausedAndReadsThemWhenAsked() {
        queries.models(3);
        open(Page.EFFICIENCY);
        press(KeyCode.SPACE);
        room.untilSaid("The figures stand still");
        queries.models(5);
        FxRoom.on(() -> {
            room.content().beat();
            return true;
        });
        room.settle();
        assertThat(room.find("table", TableView.class).getItems()).hasSize(3);
        press(KeyCode.R);
        room.until(() -> room.find("table", TableView.class).getItems().size() == 5);
        fire("goOn");
        room.until(() -> !room.words().contains("The figures stand still"));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private static void fire(String text, Parent in) {
        FxRoom.on(() -> {
            in.lookupAll(".button")
                    .stream()
                    .filter(node -> node instanceof Button button && button.getText().equals(text))
                    .forEach(node -> ((Button) node).fire());
            return true;
        });
    }

    @Test
    void releasesTheGpusOnlyAfterAYesAndReadsThemAgainOnResume() {
        var gpus = SampleGpus.two();
        room.gpus(gpus);
        open(Page.VRAM);
        fire("release");
        room.untilSaid("Nothing is read and no lockout is noticed until you resume");
        room.pulses(3);
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        assertThat(gpus.released()).isZero();
        fire("yes");
        room.untilSaid("The GPU is released.");
        assertThat(gpus.released()).isEqualTo(1);
        room.untilSaid("as of 11:59:19 UTC, 41 s ago");
        fire("resume");
        room.until(() -> !room.words().contains("The GPU is released."));
        assertThat(gpus.resumed()).isEqualTo(1);
    }

    @Test
    void showsTheGpusWhileTheDatabaseHangs() {
        var hanging = new CountDownLatch(1);
        queries.obstructedBy(() -> hold(hanging));
        room.gpus(SampleGpus.two()).open(Page.VRAM, ThemeChoice.LIGHT, 1280, 800);
        room.untilSaid("GPU 1\nNVIDIA GeForce RTX 4090");
        room.untilSaid("ollama");
        hanging.countDown();
    }

    private void fire(String button) {
        FxRoom.on(() -> {
            room.find(button, Button.class).fire();
            return true;
        });
    }

    @Test
    void drawsAnotherModelInTheTrends() {
        open(Page.TRENDS);
        FxRoom.on(() -> {
            ((CheckBox) room.root().lookup(".trend-line .check-box")).fire();
            return true;
        });
        room.untilSaid("5 of 13 models");
    }

    @Test
    void staysResponsiveWhileTheDatabaseHangs() {
        var clock = new MovableClock();
        var hanging = new CountDownLatch(1);
        queries.obstructedBy(() -> hold(hanging));
        room.open(Page.EFFICIENCY, ThemeChoice.LIGHT, 1280, 800, clock);
        room.pulses(3);
        assertThat(room.words()).contains("Reading figures");
        clock.now = SampleQueries.NOW.plusSeconds(11);
        room.refresh();
        room.untilSaid("The figures cannot be read");
        room.pulses(3);
        assertThat(room.words()).contains("has not answered for 11 seconds", "Recording goes on");
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        hanging.countDown();
        room.untilSaid("fireworks/llama-2-7b-chat");
    }

    @ParameterizedTest
    @EnumSource(ThemeChoice.class)
    void keepsTheLastFiguresWhenTheDatabaseFails(ThemeChoice theme) {
        open(Page.EFFICIENCY, theme);
        queries.failing(new StoreException(StoreException.Kind.UNAVAILABLE, "The database cannot be reached."));
        room.status(new ConsoleStatus(ConsoleStatus.Role.RECORDER,
                new DatabaseStatus(DatabaseStatus.State.UNAVAILABLE, "It stopped by itself and is being restarted.",
                        "18.6",
                        "embedded, socket /run/gravitas"),
                FxRoom.RECORDING.counters(), null));
        room.refresh();
        room.untilSaid("Not fresh: these are the figures of 12:00:00 UTC");
        room.untilSaid("recording goes on, on disk");
        room.pulses(3);
        assertThat(room.words()).contains("fireworks/llama-2-7b-chat", "Reading is tried again");
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        queries.failing(null);
        room.refresh();
        room.until(() -> !room.words().contains("Not fresh"));
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void saysInEveryViewOfADemoThatNothingIsReal(Page page) {
        var real = FxRoom.RECORDING;
        room.status(new ConsoleStatus(real.role(), real.database(), real.counters(), real.endpointUrl(), true));
        open(page);
        assertThat(room.words()).contains("Demo – nothing here is real");
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
    }

    @Test
    void saysNothingOfADemoWhereThingsAreReal() {
        open(Page.EFFICIENCY);
        assertThat(room.words()).doesNotContain("Demo");
    }

    @Test
    void importsAFileWithProgressAndListsRefusedRows() {
        var running = new CountDownLatch(1);
        var asked = new AtomicReference<@Nullable Integer>();
        room.imports((file, days, progress, cancelled) -> {
            asked.set(days);
            progress.accept(new ImportPort.Progress(500, 1_000, 1_200));
            hold(running);
            return new ImportPort.Outcome.Finished(1_945, 0, 1,
                    List.of(new ImportPort.BadRow(17, "ttft_s", "is not a number")));
        }, _ -> Optional.of(Path.of("requests.csv")));
        open(Page.EFFICIENCY);
        press(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
        room.untilSaid("Import requests.csv");
        room.pulses(3);
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        FxRoom.on(() -> {
            room.find("startImport", Button.class).fire();
            return true;
        });
        room.untilSaid("1,200 rows");
        room.pulses(3);
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        running.countDown();
        room.untilSaid("Line 17, ttft_s: is not a number");
        room.pulses(3);
        assertThat(room.words()).contains("1,945 rows stored");
        assertThat(asked.get()).isEqualTo(59);
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
        press(KeyCode.ESCAPE);
        room.until(() -> !room.words().contains("1,945 rows stored"));
    }

    @Test
    void stopsAnImportByEscape() {
        room.imports((_, _, progress, cancelled) -> {
            while (!cancelled.getAsBoolean()) {
                progress.accept(new ImportPort.Progress(1, 2, 3));
                Thread.onSpinWait();
            }
            return new ImportPort.Outcome.Cancelled(7);
        }, _ -> Optional.of(Path.of("requests.csv")));
        open(Page.FOOTPRINT);
        press(KeyCode.O, KeyCombination.SHORTCUT_DOWN);
        FxRoom.on(() -> {
            room.find("startImport", Button.class).fire();
            return true;
        });
        room.untilSaid("3 rows");
        press(KeyCode.ESCAPE);
        room.untilSaid("7 rows are stored");
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now = SampleQueries.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /// The toolkit moves the choice by arrow keys without an action.
    @Test
    void showsTheWindowThatTheArrowKeysChoose() {
        open(Page.EFFICIENCY, ThemeChoice.LIGHT);
        FxRoom.on(() -> {
            var week = room.find("week", ToggleButton.class);
            week.getToggleGroup().selectToggle(week);
            return true;
        });
        room.until(() -> Duration.ofDays(7)
                .equals(Duration.between(Objects.requireNonNull(queries.lastWindow()).from(),
                        Objects.requireNonNull(queries.lastWindow()).to())));
    }
}
