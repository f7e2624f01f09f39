package dev.gravitas.ui.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// What a daily chart shows.
///
/// @param summary the chart in words, for those who cannot see it
public record DailyPicture(LocalDate firstDay, List<DailySeries> series, String summary) {
    public DailyPicture {
        series = List.copyOf(series);
    }

    double max() {
        return series.stream()
                .flatMap(line -> line.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    LocalDate lastDay() {
        return firstDay.plusDays(series.stream().mapToInt(line -> line.values().size()).max().orElse(1) - 1L);
    }
}
