package dev.gravitas.ui.overview;

import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.Quantiles;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.KeyFigure;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// The key figures: efficiency, load latency, requests, rows. Thread-safe.
///
/// @param thresholds those that count now; never waits
record KeyFigures(Supplier<FootprintThresholds> thresholds, Formats formats, Strings strings) {
    /// In the order of the view.
    record Cards(KeyCard efficiency, KeyCard loads, KeyCard requests, KeyCard rows) {}

    /// Without figures.
    ///
    /// @param why there are none
    Cards none(String why) {
        var figure = new KeyFigure(Formats.MISSING, "", why);
        return new Cards(card("overview.key.efficiency", figure, List.of()),
                card("overview.key.loads", figure, List.of()), card("overview.key.requests", figure, List.of()),
                card("overview.key.rows", figure, List.of()));
    }

    Cards of(Stored stored) {
        var days = new DailyFigures(stored.days());
        return new Cards(card("overview.key.efficiency", efficiency(stored), days.msPerToken()),
                card("overview.key.loads", loads(days), days.loadSeconds()),
                card("overview.key.requests", requests(stored), days.requests()),
                card("overview.key.rows", rows(stored), List.of()));
    }

    private KeyCard card(String title, KeyFigure figure, List<@Nullable Double> trend) {
        return new KeyCard(figure, trend, strings.text("overview.key.spoken", strings.text(title), figure.value(),
                figure.unit(), figure.detail(), spoken(trend)));
    }

    private String spoken(List<@Nullable Double> trend) {
        var figures = new DoubleSummaryStatistics();
        trend.stream().filter(Objects::nonNull).forEach(figures::accept);
        return figures.getCount() == 0
                ? ""
                : strings.text("overview.key.trend", formats.decimal(figures.getMin(), 1),
                        formats.decimal(figures.getMax(), 1));
    }

    private KeyFigure efficiency(Stored stored) {
        var score = stored.day().efficiencyScore();
        if (score == null) {
            return new KeyFigure(Formats.MISSING, "", strings.text("overview.key.none.day"));
        }
        return new KeyFigure(formats.decimal(score, 2), strings.text("unit.ms.token"), p95(stored));
    }

    private String p95(Stored stored) {
        var p95 = stored.day()
                .models()
                .stream()
                .filter(model -> model.rank() != null)
                .map(ModelEfficiency::quantiles)
                .filter(Objects::nonNull)
                .mapToDouble(Quantiles::p95)
                .summaryStatistics();
        if (p95.getCount() == 0) {
            return "";
        }
        var most = formats.decimal(p95.getMax(), 1);
        return p95.getCount() == 1
                ? strings.text("overview.key.p95", most)
                : strings.text("overview.key.p95.span", formats.decimal(p95.getMin(), 1), most);
    }

    private KeyFigure loads(DailyFigures days) {
        var lately = days.lastLoads();
        long loads = lately.stream().mapToLong(LoadLatency::loads).sum();
        long failed = lately.stream().mapToLong(LoadLatency::failed).sum();
        var mean = DailyFigures.meanSeconds(lately);
        var counts = loads + failed == 0
                ? strings.text("overview.key.loads.none")
                : strings.text("overview.key.loads.detail", formats.count(loads), formats.count(failed));
        return new KeyFigure(formats.decimal(mean, 2), mean == null ? "" : strings.text("overview.key.loads.unit"),
                counts);
    }

    private KeyFigure requests(Stored stored) {
        var day = stored.day();
        return new KeyFigure(formats.count(day.requests()), "", strings.text("overview.key.requests.detail",
                formats.count(day.tokensGenerated()), formats.count(day.notRanked())));
    }

    private KeyFigure rows(Stored stored) {
        long bytes = stored.footprint().telemetry().sizeBytes();
        return new KeyFigure(formats.count(stored.rows().total()), "", strings.text("overview.key.rows.detail",
                formats.bytes(bytes), formats.percent((double) bytes / thresholds.get().maxTableBytes())));
    }
}
