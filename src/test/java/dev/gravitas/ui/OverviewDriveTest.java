package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.chart.time.ChartPane;
import dev.gravitas.ui.imports.ImportPort;
import dev.gravitas.ui.overview.FigureButton;
import dev.gravitas.ui.overview.HealthStrip;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.shell.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;

/// What the overview says and where it leads.
class OverviewDriveTest {
    private final SampleQueries queries = new SampleQueries();
    private final FxRoom room = new FxRoom(queries);

    @AfterEach
    void close() {
        room.close();
    }

    private FxRoom open(int width, int height) {
        return room.open(Page.OVERVIEW, ThemeChoice.LIGHT, width, height).settle();
    }

    private void isWell() {
        room.pulses(3);
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root()))).isEmpty();
    }

    private void fire(Button button) {
        FxRoom.on(() -> {
            button.fire();
            return true;
        });
    }

    /// The first button that is seen with this text.
    private Button button(String text) {
        return FxRoom.on(() -> room.root()
                .lookupAll(".button")
                .stream()
                .filter(node -> node instanceof Button button && text.equals(button.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow());
    }

    private static ConsoleStatus status(DatabaseStatus.State state, long spooled, long lost) {
        return new ConsoleStatus(ConsoleStatus.Role.RECORDER, new DatabaseStatus(state,
                "The server at db.example:5432 refuses connections; it is tried again every 5 seconds.", "18.6",
                "embedded"),
                new LoggerCounters(72_000 + spooled + lost, 72_000, spooled, 0, Map.of(), Map.of("full", lost)), null);
    }

    @ParameterizedTest
    @CsvSource({"efficiencyKey, efficiency", "loadsKey, trends", "requestsKey, efficiency", "rowsKey, footprint"})
    void leadsFromEachFigureToTheViewBehindIt(String key, String view) {
        open(1280, 800);
        fire(room.find(key, FigureButton.class));
        room.until(() -> room.find(view, ToggleButton.class).isSelected());
    }

    @Test
    void showsTheSame24HoursInTheViewBehindTheFigure() {
        open(1280, 800);
        fire(room.find("efficiencyKey", FigureButton.class));
        room.until(() -> room.find("day", ToggleButton.class).isSelected());
    }

    @Test
    void saysEachFigureInWords() {
        open(1280, 800);
        assertThat(FxRoom.on(() -> room.find("rowsKey", FigureButton.class).getAccessibleText()))
                .isEqualTo("Rows stored: 72,000 , 30.6 MB, 31 % of the limit. ");
        assertThat(FxRoom.on(() -> room.find("rowsKey", FigureButton.class).isFocusTraversable())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"800, 500", "1280, 800", "2560, 1440"})
    void leadsFromWhatIsWrongToWhereItIsShown(int width, int height) {
        room.gpus(SampleGpus.busy(3)).status(status(DatabaseStatus.State.READY, 5, 3));
        queries.rows(1_200_000)
                .slowed(2, 1.6)
                .upkeep(new UpkeepRecord("prune",
                        SampleQueries.NOW.minusSeconds(400_000),
                        "Older than 60 days and dropped: 0 days, 0 rows."));
        open(width, height);
        assertThat(room.words()).contains("is locked out", "Events were lost: 3", "Events wait on disk: 5",
                "slower than before", "more than 1,000,000", "Nothing was pruned");
        assertThat(FxRoom.on(() -> LayoutAudit.of(room.root())))
                .allMatch(problem -> width < 1280 && problem.startsWith("scrolls sideways: "));
        fire(FxRoom.on(() -> (Button) room.find("health", HealthStrip.class).lookup(".health-lead")));
        room.untilSaid("Who holds it");
    }

    @ParameterizedTest
    @EnumSource(ThemeChoice.class)
    void keepsWhatStillWorksWhileTheDatabaseIsAway(ThemeChoice theme) {
        room.gpus(SampleGpus.two()).open(Page.OVERVIEW, theme, 1280, 800).settle();
        queries.failing(new StoreException(StoreException.Kind.UNAVAILABLE, "The database cannot be reached."));
        room.status(status(DatabaseStatus.State.UNAVAILABLE, 1_234, 0));
        room.refresh();
        room.untilSaid("Recording goes on, on disk: 1,234 events waiting.");
        isWell();
        assertThat(room.words()).contains("fireworks/llama-2-7b-chat", "GiB free", "not reached, PostgreSQL 18.6");
        queries.failing(null);
        room.status(FxRoom.RECORDING);
        room.refresh();
        room.until(() -> !room.words().contains("cannot be reached"));
    }

    @Test
    void fitsTheSmallestWindowWhileEventsWaitOnDisk() {
        room.status(status(DatabaseStatus.State.UNAVAILABLE, 1_234, 2));
        queries.failing(new StoreException(StoreException.Kind.UNAVAILABLE, "The database cannot be reached."));
        open(800, 500);
        room.untilSaid("Recording on disk: 1,234 events waiting");
        isWell();
    }

    @Test
    void keepsTheFocusOnAWayOutWhileTheWordsChange() {
        room.status(status(DatabaseStatus.State.READY, 5, 0));
        open(1280, 800);
        var button = button("Show Footprint");
        FxRoom.on(() -> {
            button.requestFocus();
            return true;
        });
        room.status(status(DatabaseStatus.State.READY, 6, 0));
        room.refresh();
        room.untilSaid("Events wait on disk: 6");
        assertThat(FxRoom.on(() -> room.scene().getFocusOwner())).isSameAs(button);
    }

    @Test
    void showsTheGpusAndSaysWhatIsMissingWhileTheDatabaseHangs() {
        var hanging = new CountDownLatch(1);
        queries.obstructedBy(() -> {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        room.gpus(SampleGpus.two()).open(Page.OVERVIEW, ThemeChoice.DARK, 1280, 800);
        room.untilSaid("GPU 1 · NVIDIA GeForce RTX 4090");
        isWell();
        assertThat(room.words()).contains("Not checked: footprint and speed of the models, which are being read.",
                "Reading figures …");
        hanging.countDown();
        room.untilSaid("fireworks/llama-2-7b-chat");
    }

    @Test
    void leadsFromAnEmptyDatabaseToAnImport() {
        queries.models(0).rows(0);
        room.gpus(new SampleGpus().fail(GpuFault.NO_DRIVER, null))
                .imports((_, _, _, _) -> new ImportPort.Outcome.Cancelled(0),
                        _ -> Optional.of(Path.of("requests.csv")));
        open(1280, 800);
        assertThat(room.words()).contains("All is well; nothing is measured yet", "First numbers");
        assertThat(room.find("chart", ChartPane.class).isVisible()).isFalse();
        fire(button("Import …"));
        room.untilSaid("Import requests.csv");
    }

    @Test
    void showsAllRanksInATallWindow() {
        open(2560, 1440);
        assertThat(FxRoom.on(() -> room.find("ranking", TableView.class)
                .lookupAll(".scroll-bar")
                .stream()
                .noneMatch(bar -> bar.isVisible()))).isTrue();
        assertThat(FxRoom.on(() -> Objects.requireNonNull(room.find("ranking", TableView.class)).getItems()))
                .hasSize(12);
    }
}
