package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.compare.Against;
import dev.gravitas.ui.filter.RangePane;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;

/// What the comparison does when somebody uses it.
class CompareDriveTest {
    private final SampleQueries queries = new SampleQueries();
    private final FxRoom room = new FxRoom(queries).window(WindowChoice.Rolling.WEEK);

    @AfterEach
    void close() {
        room.close();
    }

    private FxRoom open(Page page) {
        return room.open(page, ThemeChoice.LIGHT, 1280, 800).settle();
    }

    private void press(String toggle) {
        FxRoom.on(() -> {
            room.find(toggle, ToggleButton.class).fire();
            return true;
        });
        room.settle();
    }

    @SuppressWarnings("unchecked")
    private <T> void choose(String box, T value) {
        FxRoom.on(() -> {
            room.find(box, ComboBox.class).setValue(value);
            return true;
        });
        room.settle();
    }

    private void fire(String text) {
        FxRoom.on(() -> {
            room.root()
                    .lookupAll(".button")
                    .stream()
                    .filter(node -> node instanceof Button button && button.getText().equals(text))
                    .forEach(node -> ((Button) node).fire());
            return true;
        });
        room.settle();
    }

    @Test
    void isReachedFromTheTrendsAndLeadsBack() {
        open(Page.TRENDS);
        fire("Compare …");
        assertThat(room.words()).contains("together/llama-2-7b-chat needs 1.24 times the time per token of "
                + "fireworks/llama-2-7b-chat", "n = 1,133 and 1,204 requests");
        assertThat(FxRoom.on(() -> room.find("trends", ToggleButton.class).isSelected())).isTrue();
        fire("Back to Trends");
        room.untilSaid("6 of 13 models");
        fire("Compare …");
        press("trends");
        room.untilSaid("6 of 13 models");
    }

    @Test
    void comparesTheModelsThatAreChosenOverTheWindowAbove() {
        open(Page.COMPARE);
        choose("second", "bedrock/llama-2-13b-chat");
        assertThat(room.words()).contains("bedrock/llama-2-13b-chat needs", "B: bedrock/llama-2-13b-chat");
        press("day");
        assertThat(queries.lastTrends())
                .isEqualTo(new TimeWindow(SampleQueries.NOW.minus(Duration.ofDays(1)), SampleQueries.NOW));
        assertThat(room.words()).contains("B: bedrock/llama-2-13b-chat");
        assertThat(room.find("table", TableView.class).getItems()).hasSize(12);
    }

    @Test
    void comparesOneModelWithTheTimeThatIsChosenOrWritten() {
        open(Page.COMPARE);
        press("periods");
        assertThat(room.words()).contains("A: 9 Nov 12:00 to 16 Nov 12:00", "B: 16 Nov 12:00 to 23 Nov 12:00",
                "moved by 7 d");
        choose("against", Against.DAY);
        assertThat(room.words()).contains("A: 15 Nov 12:00 to 22 Nov 12:00");
        choose("against", Against.SPAN);
        assertThat(room.find("span", RangePane.class).isVisible()).isTrue();
        assertThat(room.words()).contains("A: 9 Nov 12:00 to 16 Nov 12:00");
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"800, 500", "1000, 640", "1280, 800", "2560, 1440"})
    void hasRoomForTwoTimesInEverySize(double width, double height) {
        room.open(Page.COMPARE, ThemeChoice.DARK, width, height).settle();
        press("periods");
        choose("against", Against.SPAN);
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root())))
                .allMatch(problem -> width < 1280 && problem.startsWith("scrolls sideways: "));
    }

    @Test
    void saysThatThereIsNothingToCompare() {
        queries.models(0);
        open(Page.COMPARE);
        assertThat(room.words()).contains("No requests in this window");
    }
}
