package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.chart.ModelColours.Look;
import dev.gravitas.ui.chart.time.ChartLink;
import dev.gravitas.ui.chart.time.ChartModel;
import dev.gravitas.ui.chart.time.ChartTools;
import dev.gravitas.ui.chart.time.Grain;
import dev.gravitas.ui.chart.time.NativeChartFiles;
import dev.gravitas.ui.chart.time.Quantity;
import dev.gravitas.ui.chart.time.TimeChart;
import dev.gravitas.ui.chart.time.TimeLine;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.chart.time.TimeRun;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// What is drawn agrees with what the axes say, whatever size the chart had before.
class TimeChartDrawTest {
    private static final Strings STRINGS = new Strings(Locale.ENGLISH);
    private final ChartModel model = FxRoom.on(() -> new ChartModel(new ChartLink(),
            new ChartTools(new Formats(Locale.ENGLISH), STRINGS, FxBridge.toToolkit(), Runnable::run,
                    new NativeChartFiles(STRINGS))));
    private final TimeChart chart = FxRoom.on(TimeChart::new);
    private final Stage stage = FxRoom.on(() -> {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        chart.setManaged(false);
        chart.follow(model);
        var scene = new Scene(new Pane(chart), 300, 200);
        scene.getStylesheets()
                .addAll(FxRoom.sheets("tokens", "theme-light", "charts"));
        var shown = new Stage();
        shown.setScene(scene);
        shown.show();
        return shown;
    });

    @AfterEach
    void close() {
        FxRoom.on(() -> {
            stage.close();
            return true;
        });
    }

    private void show(List<@Nullable Double> values) {
        FxRoom.on(() -> {
            var first = LocalDate.parse("2026-09-25");
            model.show(TimePicture.daily(new Quantity("Efficiency", "ms/token", 0), first, first.plusDays(59),
                    List.of(new TimeLine("model", new Look(0), TimePicture.days(first, values)))));
            return true;
        });
    }

    private Image draw(double width, double height) {
        FxRoom.on(() -> {
            chart.resize(width, height);
            return true;
        });
        FxRoom.pulses(stage.getScene(), 6);
        return FxRoom.on(() -> chart.snapshot(null, null));
    }

    private double labelMiddle(String text) {
        return FxRoom.on(() -> chart.getChildrenUnmodifiable()
                .stream()
                .filter(Label.class::isInstance)
                .filter(label -> ((Label) label).getText().equals(text))
                .findFirst()
                .orElseThrow()
                .getBoundsInParent()
                .getCenterY());
    }

    // Above the base line all but the drawn line is grey; the names of the days below may have coloured rims.
    private List<Integer> inked(Image image, int x) {
        var rows = new ArrayList<Integer>();
        var baseline = labelMiddle("0") - 3;
        for (int y = 0; y < baseline; y++) {
            var pixel = image.getPixelReader().getColor(x, y);
            if (pixel.getBlue() - pixel.getRed() > 0.15) {
                rows.add(y);
            }
        }
        return rows;
    }

    @Test
    void drawsAValueBesideItsLabelAfterEveryResize() {
        show(Collections.nCopies(60, 10.0));
        for (var size : new double[][]{{900, 600}, {700, 200}, {1200, 400}}) {
            var image = draw(size[0], size[1]);
            var rows = inked(image, (int) size[0] / 2);
            assertThat(rows).isNotEmpty()
                    .allSatisfy(
                            y -> assertThat((double) y).isBetween(labelMiddle("10") - 3, labelMiddle("10") + 3));
        }
    }

    @Test
    void leavesGapsEmptyAndMarksALonelyDay() {
        var values = new ArrayList<@Nullable Double>(Collections.nCopies(60, null));
        values.set(30, 10.0);
        show(values);
        var image = draw(900, 400);
        var columns = 0;
        for (int x = 60; x < 890; x++) {
            columns += inked(image, x).isEmpty() ? 0 : 1;
        }
        assertThat(columns).isBetween(1, 10);
    }

    @Test
    void drawsAPeakOfOneReadingAmongTensOfThousands() {
        var noon = Instant.parse("2026-11-23T12:00:00Z");
        var times = LongStream.range(0, 30_000).map(second -> noon.plusSeconds(second).toEpochMilli()).toArray();
        var values = new double[times.length];
        Arrays.fill(values, 5);
        values[15_000] = 10;
        FxRoom.on(() -> {
            model.show(new TimePicture(new Quantity("Used VRAM", "GiB", 0), Grain.MOMENTS,
                    new TimeWindow(noon, noon.plusSeconds(times.length)), 10,
                    List.of(new TimeLine("gpu", new Look(0), List.of(TimeRun.of(times, values)))), List.of(),
                    List.of()));
            return true;
        });
        var image = draw(900, 400);
        var highest = IntStream.range(40, 850)
                .mapToObj(x -> inked(image, x))
                .filter(rows -> !rows.isEmpty())
                .mapToInt(List::getFirst)
                .min()
                .orElseThrow();
        assertThat((double) highest).isBetween(labelMiddle("10") - 3, labelMiddle("10") + 3);
        assertThat(IntStream.range(60, 840).filter(x -> inked(image, x).isEmpty())).as("columns without a line")
                .isEmpty();
    }
}
