package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The bell in the window: it counts, tells, and leads to the view.
class BellDriveTest {
    private static final ConsoleStatus AWAY = new ConsoleStatus(ConsoleStatus.Role.RECORDER,
            new DatabaseStatus(DatabaseStatus.State.UNAVAILABLE,
                    "The server at db.example:5432 refuses connections; it is tried again every 5 seconds.", "18.6",
                    "embedded"),
            FxRoom.RECORDING.counters(), null);

    @ParameterizedTest
    @CsvSource({"1280, 800, LIGHT", "800, 500, DARK"})
    void countsTellsAndLeadsOn(int width, int height, ThemeChoice theme) {
        try (var room = new FxRoom(new SampleQueries()).open(Page.OVERVIEW, theme, width, height).settle()) {
            room.status(AWAY);
            FxRoom.on(() -> {
                room.content().beat();
                return true;
            });
            var bell = room.find("bell", Button.class);
            room.until(() -> "1".equals(bell.getText()));
            assertThat(bell.getAccessibleText()).isEqualTo("What happened: 1 not seen yet");
            FxRoom.on(() -> {
                bell.fire();
                return true;
            });
            room.pulses(3);
            assertThat(FxRoom.on(bell::getText)).isEmpty();
            assertThat(room.words()).contains("refuses connections");
            assertThat(FxRoom.on(() -> LayoutAudit.of((Parent) room.root().lookup(".palette")))).isEmpty();
            FxRoom.on(() -> {
                room.find("history", ListView.class)
                        .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false,
                                false));
                return true;
            });
            assertThat(FxRoom.on(() -> room.root().lookup("#history"))).isNull();
            assertThat(FxRoom.on(() -> room.find("settings", ToggleButton.class).isSelected())).isTrue();
        }
    }
}
