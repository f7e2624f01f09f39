package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.chart.ModelColours.Look;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.scene.Parent;

/// The product's chart, with all its names and with thinning done anew for each span.
final class OurChart implements Contestant {
    private final TimeChart chart = new TimeChart();
    private final ChartLink link;
    private final ChartModel model;

    OurChart(BenchData data, Executor work) {
        var strings = new Strings(Locale.ENGLISH);
        var whole = new TimeWindow(Instant.EPOCH, Instant.ofEpochMilli(data.points()));
        link = new ChartLink(new ChartSpan(whole, Duration.ofMillis(1)), new Crosshair());
        model = new ChartModel(link, new ChartTools(new Formats(Locale.ENGLISH), strings, FxBridge.toToolkit(), work,
                new NativeChartFiles(strings)));
        var times = new long[data.points()];
        Arrays.setAll(times, i -> i);
        var lines = new ArrayList<TimeLine>();
        for (int i = 0; i < data.values().length; i++) {
            lines.add(new TimeLine("line " + i, new Look(i), List.of(TimeRun.of(times, data.values()[i]))));
        }
        chart.follow(model);
        model.show(new TimePicture(new Quantity("Bench", "units", 1), Grain.MOMENTS, whole, 80, lines, List.of(),
                List.of()));
    }

    @Override
    public String name() {
        return "this chart";
    }

    @Override
    public Parent node() {
        return chart;
    }

    @Override
    public void show(long fromMs, long toMs) {
        link.span().zoomTo(Instant.ofEpochMilli(fromMs), Instant.ofEpochMilli(toMs));
    }

    @Override
    public boolean ready() {
        return model.drawing().get().filter(drawing -> drawing.span().equals(link.span().shown().get())).isPresent();
    }
}
