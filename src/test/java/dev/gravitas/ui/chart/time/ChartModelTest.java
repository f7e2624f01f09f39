package dev.gravitas.ui.chart.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.chart.ModelColours.Look;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

class ChartModelTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Strings strings = new Strings(Locale.ENGLISH);
    private final ChartLink link = new ChartLink();
    private final ChartModel model = new ChartModel(link, new ChartTools(new Formats(Locale.ENGLISH), strings,
            new FxBridge(Runnable::run), work::add, new NativeChartFiles(strings)));

    private static TimePicture picture(int points) {
        var times = new long[points];
        Arrays.setAll(times, i -> 1_000L * i);
        return new TimePicture(new Quantity("Used VRAM", "GiB", 1), Grain.MOMENTS,
                new TimeWindow(Instant.EPOCH, Instant.ofEpochSecond(points)), 24,
                List.of(new TimeLine("GPU 0", new Look(0), List.of(TimeRun.of(times, new double[points])))),
                List.of(), List.of());
    }

    private TimeWindow drawn() {
        return model.drawing().get().orElseThrow().span();
    }

    @Test
    void drawsNothingBeforeItKnowsItsWidth() {
        model.show(picture(100));
        assertThat(model.drawing().get()).isEmpty();
        model.columns(50);
        assertThat(model.drawing().get()).isPresent();
        assertThat(work).isEmpty();
    }

    @Test
    void makesALargePictureReadyInTheBackgroundOneAtATimeAndEndsWithTheNewest() {
        model.columns(50);
        model.show(picture(ChartModel.LARGE + 1));
        assertThat(model.drawing().get()).isEmpty();
        assertThat(work).hasSize(1);
        link.span().zoomTo(Instant.ofEpochSecond(100), Instant.ofEpochSecond(200));
        link.span().zoomTo(Instant.ofEpochSecond(120), Instant.ofEpochSecond(150));
        assertThat(work).as("none beside the one under way").hasSize(1);
        work.remove().run();
        assertThat(drawn()).as("what came out is shown at once")
                .isEqualTo(model.picture().get().orElseThrow().window());
        work.remove().run();
        assertThat(drawn()).isEqualTo(link.span().shown().get());
        assertThat(work).isEmpty();
    }

    @Test
    void thinsAnewForEachSpan() {
        model.columns(50);
        model.show(picture(10_000));
        assertThat(size()).isLessThanOrEqualTo(200);
        link.span().zoomTo(Instant.ofEpochSecond(100), Instant.ofEpochSecond(120));
        assertThat(size()).as("every reading of the span, and one on each side").isEqualTo(23);
    }

    private int size() {
        return model.drawing().get().orElseThrow().lines().getFirst().size();
    }
}
