package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// The readings behind what a chart shows: one row a moment, one column a line. Pure.
///
/// @param names of the lines
record ChartSheet(Quantity quantity, Grain grain, List<String> names, List<Row> rows) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx",
            Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'00:00:00xxx", Locale.ROOT);
    private static final String LINE_END = "\r\n";

    ChartSheet {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /// @param values one a line; null where it has no reading at this moment
    record Row(Instant at, List<@Nullable Double> values) {
        Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /// The readings of some lines in a span. A line that jumps at a moment has several rows of it.
    static ChartSheet of(TimePicture picture, TimeWindow span, List<TimeLine> lines) {
        var rows = new ArrayList<Row>();
        for (long ms : new Readings(lines).moments(span.from(), span.to())) {
            var columns = lines.stream().map(line -> values(line, ms)).toList();
            int most = columns.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < most; i++) {
                var values = new ArrayList<@Nullable Double>();
                for (var column : columns) {
                    values.add(i < column.size() ? column.get(i) : null);
                }
                rows.add(new Row(Instant.ofEpochMilli(ms), values));
            }
        }
        return new ChartSheet(picture.quantity(), picture.grain(), lines.stream().map(TimeLine::name).toList(), rows);
    }

    private static List<Double> values(TimeLine line, long ms) {
        var values = new ArrayList<Double>();
        for (var run : line.runs()) {
            if (run.firstMs() <= ms && run.lastMs() >= ms) {
                for (int i = run.from(ms); i < run.size() && run.atMs(i) == ms; i++) {
                    values.add(run.value(i));
                }
            }
        }
        return values;
    }

    /// As a file for other programs, whatever the language of the window: RFC 4180, ISO 8601 with offset, dots.
    String csv() {
        var csv = new StringBuilder(switch (grain) {
            case MOMENTS -> "time";
            case QUARTERS, HOURS, SIX_HOURS -> "begin";
            case DAYS -> "day";
        });
        names.forEach(name -> csv.append(',').append(text(name + " (" + quantity.unit() + ")")));
        csv.append(LINE_END);
        for (var row : rows) {
            csv.append((grain == Grain.DAYS ? DAY : TIME).format(grain.begin(row.at()).atOffset(ZoneOffset.UTC)));
            row.values().forEach(value -> csv.append(',').append(value == null ? "" : number(value)));
            csv.append(LINE_END);
        }
        return csv.toString();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    /// Names come from other programs: one that a spreadsheet would run as a formula is told to be text.
    private static String text(String cell) {
        var tame = isFormula(cell) ? "'" + cell : cell;
        boolean quoted = Arrays.asList(",", "\"", "\r", "\n").stream().anyMatch(tame::contains);
        return quoted ? '"' + tame.replace("\"", "\"\"") + '"' : tame;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0;
    }
}
