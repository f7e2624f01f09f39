package dev.gravitas.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.DatabaseStatus.State;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleGpus;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.testing.TestClock;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Failures;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.vram.VramPresenter;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;

class OverviewViewModelTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final TestClock clock = new TestClock(SampleQueries.NOW);
    private final Formats formats = new Formats(Locale.ENGLISH);
    private final Strings strings = new Strings(Locale.ENGLISH);
    private final ModelColours colours = new ModelColours();
    private final SampleQueries queries = new SampleQueries();
    private final Filter filter = new Filter(WindowChoice.Rolling.HOUR);
    private final StatusWatch status = new StatusWatch(() -> StatusWatchTest.status(State.READY, 0), clock);
    private final OverviewViewModel model = new OverviewViewModel(
            new OverviewViewModel.Sources(queries, SampleGpus.two(), status),
            new OverviewPresenter(colours, new VramPresenter(colours, () -> "", formats, strings),
                    () -> FootprintThresholds.DEFAULT, formats, strings),
            filter, new LiveView.Tools(work::add, new FxBridge(Runnable::run), clock, new Failures(status, strings),
                    formats));

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private OverviewScreen screen() {
        return model.screens().screen().get().orElseThrow();
    }

    @Test
    void showsTheGpusWhileTheStoreHasNotAnswered() {
        model.stored().refresh();
        var reading = work.remove();
        model.live().refresh();
        work();
        assertThat(screen().gpus()).hasSize(2);
        assertThat(screen().keys().rows().figure().detail()).isEqualTo("Reading figures …");
        reading.run();
        work();
        assertThat(screen().keys().rows().figure().value()).isEqualTo("72,000");
    }

    @Test
    void alwaysRanksTheLast24HoursWhateverIsChosen() {
        model.stored().refresh();
        work();
        var window = Objects.requireNonNull(queries.lastWindow());
        assertThat(Duration.between(window.from(), SampleQueries.NOW)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void keepsTheLastFiguresAndSaysThatTheyAreOld() {
        model.stored().refresh();
        work();
        queries.failing(new StoreException(StoreException.Kind.UNAVAILABLE, "It is away."));
        model.stored().refresh();
        work();
        assertThat(screen().ranking().rows()).hasSize(12);
        assertThat(screen().health().concerns()).extracting(Concern::what)
                .anyMatch(what -> what.startsWith("Not fresh: these are the figures of 12:00:00 UTC"));
        queries.failing(null);
        model.stored().refresh();
        work();
        assertThat(screen().health().concerns()).noneMatch(concern -> concern.what().startsWith("Not fresh"));
    }

    @Test
    void saysWhatCannotBeReadWhereNothingEverWas() {
        queries.failing(new StoreException(StoreException.Kind.UNAVAILABLE, "It is away."));
        model.stored().refresh();
        work();
        assertThat(screen().keys().rows().figure().detail()).isEqualTo("not to be read now");
        assertThat(screen().ranking().none()).isEqualTo("not to be read now");
        assertThat(screen().begin()).isFalse();
        assertThat(colours.ofProcess("gemma3:12b").slot()).as("no ranking is waited for").isNotNegative();
    }

    @Test
    void tellsTheFilterWhichModelsThereAre() {
        model.stored().refresh();
        work();
        assertThat(filter.components()).hasSize(13);
    }
}
