package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.footprint.DutyCard;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;

/// Duties done by hand, where the footprint is shown.
class DutyDriveTest {
    private final SampleQueries queries = new SampleQueries();
    private final FxRoom room = new FxRoom(queries);

    @AfterEach
    void close() {
        room.close();
    }

    private String says(String card) {
        return FxRoom.on(() -> room.find(card, DutyCard.class).getAccessibleText());
    }

    private Button button(String card) {
        return FxRoom.on(() -> (Button) room.find(card, DutyCard.class).lookup(".chart-action"));
    }

    private void press(String card) {
        FxRoom.on(() -> {
            button(card).fire();
            return true;
        });
    }

    @Test
    void doesADutyNowAndShowsWhatItFound() {
        room.open(Page.FOOTPRINT, ThemeChoice.LIGHT, 1280, 800).settle();
        assertThat(says("dailyDuty")).contains("never done").contains("due now");
        press("dailyDuty");
        room.until(() -> says("dailyDuty").contains("all well"));
        assertThat(says("dailyDuty")).contains("72,000 of 1,000,000 rows").contains("next 24 Nov 12:00");
        assertThat(says("weeklyDuty")).contains("never done");
        queries.slowed(2, 1.6);
        press("weeklyDuty");
        room.until(() -> says("weeklyDuty").contains("needs a look"));
        room.pulses(2);
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
    }

    @Test
    void saysThatADutyIsUnderWayAndWhyItFailed() {
        room.open(Page.FOOTPRINT, ThemeChoice.LIGHT, 1280, 800).settle();
        var held = new CountDownLatch(1);
        queries.obstructedBy(() -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        press("monthlyDuty");
        room.until(() -> button("monthlyDuty").isDisabled());
        assertThat(FxRoom.on(() -> button("monthlyDuty").getText())).isEqualTo("Checking…");
        queries.failing(new StoreException(StoreException.Kind.UNAVAILABLE, "The database is away."));
        queries.obstructedBy(null);
        held.countDown();
        room.until(() -> says("monthlyDuty").contains("The database is away."));
        assertThat(FxRoom.on(() -> button("monthlyDuty").isDisabled())).isFalse();
        assertThat(says("monthlyDuty")).as("nothing was noted").contains("never done");
    }
}
