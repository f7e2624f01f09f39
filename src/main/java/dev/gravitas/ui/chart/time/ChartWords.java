package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What is said of one chart, in its unit and with its decimals. Immutable.
record ChartWords(Quantity quantity, Grain grain, Formats formats, Strings strings) {
    /// Less than this is steady.
    private static final double STEADY = 0.01;
    private static final int MOST_ALERTS = 5;

    /// A value with its unit.
    String value(double value) {
        return strings.text("chart.value", number(value), quantity.unit());
    }

    String number(double value) {
        return formats.decimal(value, quantity.decimals());
    }

    /// A moment with its offset, or the slice that it lies in.
    String moment(Instant at) {
        if (grain == Grain.DAYS) {
            return strings.text("chart.day", formats.day(LocalDate.ofInstant(at, ZoneOffset.UTC)));
        }
        if (!grain.sliced()) {
            return formats.full(at);
        }
        var begin = grain.begin(at);
        return strings.text("chart.slice", formats.minute(begin), formats.hour(begin.plus(grain.length())),
                formats.offset(begin, formats.zone().get()));
    }

    String timeHeader() {
        return strings.text(grain == Grain.DAYS ? "chart.column.day" : "chart.column.time");
    }

    String span(TimeWindow span) {
        return grain == Grain.DAYS
                ? strings.text("chart.span", moment(span.from()), moment(span.to().minusMillis(1)))
                : strings.text("chart.span", formats.full(span.from()), formats.full(span.to()));
    }

    /// The same without what the axis tells too.
    String brief(TimeWindow span) {
        if (grain == Grain.DAYS) {
            return span(span);
        }
        boolean oneDay = formats.day(span.from()).equals(formats.day(span.to()));
        return strings.text("chart.slice", formats.minute(span.from()),
                oneDay ? formats.hour(span.to()) : formats.minute(span.to()),
                formats.offset(span.from(), formats.zone().get()));
    }

    String noReading() {
        return strings.text("chart.no.reading");
    }

    /// Last and highest, for a legend, and of slices their mean: moments may be the peaks of what they stand for.
    String figures(LineFigures figures) {
        if (!grain.sliced()) {
            return strings.text("chart.legend.figures", number(figures.last()), number(figures.most()));
        }
        return strings.text(grain == Grain.DAYS ? "chart.legend.figures.days" : "chart.legend.figures.slices",
                number(figures.last()),
                number(figures.mean()), number(figures.most()));
    }

    /// What the figures of a legend are of.
    String meaning() {
        return strings.text(switch (grain) {
            case MOMENTS -> "chart.legend.moments";
            case QUARTERS, HOURS, SIX_HOURS -> "chart.legend.slices";
            case DAYS -> "chart.legend.days";
        });
    }

    /// A level, for a legend.
    String above(double value) {
        return strings.text("chart.legend.above", number(value));
    }

    /// The chart for those who cannot see it.
    String summary(Drawing drawing) {
        var lines = drawing.entries()
                .stream()
                .filter(Drawing.Entry::drawn)
                .map(this::summary)
                .collect(Collectors.joining(strings.text("chart.summary.separator")));
        var told = strings.text("chart.summary", quantity.title(), quantity.unit(), span(drawing.span()),
                lines.isEmpty() ? noReading() : lines);
        var marks = alerts(drawing);
        return marks.isEmpty() ? told : strings.text("chart.summary.marks", told, marks);
    }

    /// What went wrong in the span, newest first.
    private String alerts(Drawing drawing) {
        var alerts = drawing.picture()
                .marks()
                .reversed()
                .stream()
                .filter(mark -> mark.alert() && mark.touches(drawing.span().from(), drawing.span().to()))
                .map(TimeMark::whole)
                .toList();
        var told = new ArrayList<>(alerts.subList(0, Math.min(alerts.size(), MOST_ALERTS)));
        if (alerts.size() > MOST_ALERTS) {
            told.add(strings.text("chart.summary.marks.more", formats.count(alerts.size() - MOST_ALERTS)));
        }
        return String.join(strings.text("chart.summary.separator"), told);
    }

    /// What went wrong at a moment.
    List<String> alerts(TimePicture picture, Instant at, Duration reach) {
        return picture.marks()
                .stream()
                .filter(mark -> mark.alert() && mark.touches(at.minus(reach), at.plus(reach)))
                .map(TimeMark::whole)
                .toList();
    }

    private String summary(Drawing.Entry entry) {
        var figures = entry.figures().orElse(null);
        if (figures == null) {
            return strings.text("chart.summary.none", entry.line().name());
        }
        return strings.text("chart.summary.line", entry.line().name(), number(figures.least()), number(figures.most()),
                number(figures.last()), trend(figures), crossings(figures));
    }

    private String trend(LineFigures figures) {
        var change = figures.change();
        if (change == null) {
            return strings.text("chart.trend.unknown");
        }
        if (Math.abs(change) < STEADY) {
            return strings.text("chart.trend.steady");
        }
        return strings.text(change > 0 ? "chart.trend.rising" : "chart.trend.falling",
                formats.percent(Math.abs(change)));
    }

    private String crossings(LineFigures figures) {
        return figures.crossings() == 0
                ? ""
                : strings.text("chart.summary.crossings", formats.count(figures.crossings()));
    }
}
