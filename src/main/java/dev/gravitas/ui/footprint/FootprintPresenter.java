package dev.gravitas.ui.footprint;

import dev.gravitas.model.Footprint;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.ui.chart.Bar;
import dev.gravitas.ui.chart.ModelColours.Look;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.footprint.Meter.Level;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.KeyFigure;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Turns a footprint into what is written on screen. Thread-safe.
public final class FootprintPresenter {
    /// From this share of a limit on a figure is called near it.
    private static final double NEAR = 0.85;

    private static final Look PLAIN = new Look(0);

    private final Supplier<FootprintThresholds> thresholds;
    private final Formats formats;
    private final Strings strings;

    /// @param thresholds those that count now; never waits
    public FootprintPresenter(Supplier<FootprintThresholds> thresholds, Formats formats, Strings strings) {
        this.thresholds = thresholds;
        this.formats = formats;
        this.strings = strings;
    }

    /// @param upkeep what was looked after last
    public FootprintScreen present(Footprint footprint, List<UpkeepRecord> upkeep) {
        var bars = footprint.tables().stream().map(this::bar).toList();
        return new FootprintScreen(size(footprint), rows(footprint), database(footprint),
                record(footprint.oldestRecord()), record(footprint.newestRecord()),
                strings.text("footprint.measured", formats.full(footprint.measuredAt())),
                footprint.tables().stream().map(table -> row(table, footprint)).toList(), bars, summary(bars),
                new DutyWords(formats, strings).rows(upkeep, footprint.measuredAt()),
                new FootprintExplained(footprint, new ExplanationWords(formats, strings)));
    }

    private Meter size(Footprint footprint) {
        var most = thresholds.get().maxTableBytes();
        var share = (double) footprint.telemetry().sizeBytes() / most;
        return meter(formats.bytes(footprint.telemetry().sizeBytes()), share,
                strings.text("footprint.size.detail", formats.percent(share), formats.bytes(most)));
    }

    private Meter rows(Footprint footprint) {
        var most = thresholds.get().maxRows();
        var share = (double) footprint.telemetryRows() / most;
        return meter(formats.count(footprint.telemetryRows()), share,
                strings.text("footprint.rows.detail", formats.percent(share), formats.count(most)));
    }

    private Meter meter(String value, double share, String detail) {
        if (share > 1) {
            return new Meter(value, share, detail, strings.text("footprint.over"), Level.OVER);
        }
        return share >= NEAR
                ? new Meter(value, share, detail, strings.text("footprint.near"), Level.NEAR)
                : new Meter(value, share, detail, strings.text("footprint.ok"), Level.OK);
    }

    private KeyFigure database(Footprint footprint) {
        return new KeyFigure(formats.bytes(footprint.databaseBytes()), "", strings.text("footprint.database.detail"));
    }

    private String record(@Nullable Instant at) {
        return at == null ? strings.text("footprint.record.none") : formats.full(at);
    }

    private TableRow row(Footprint.Table table, Footprint footprint) {
        var all = footprint.tables().stream().mapToLong(Footprint.Table::sizeBytes).sum();
        return new TableRow(table.name(), rowsOf(table),
                formats.bytes(table.sizeBytes() - table.indexBytes()), formats.bytes(table.indexBytes()),
                formats.bytes(table.sizeBytes()),
                all == 0 ? Formats.MISSING : formats.percent((double) table.sizeBytes() / all));
    }

    private String rowsOf(Footprint.Table table) {
        if (table.rows() == null) {
            return Formats.MISSING;
        }
        return table.rowsExact()
                ? formats.count(table.rows())
                : strings.text("footprint.rows.estimated", formats.count(table.rows()));
    }

    private Bar bar(Footprint.Table table) {
        return new Bar(table.name(), PLAIN, table.sizeBytes(), formats.bytes(table.sizeBytes()), null);
    }

    private String summary(List<Bar> bars) {
        return strings.text("footprint.chart.summary", bars.stream()
                .map(bar -> bar.name() + " " + bar.text())
                .collect(Collectors.joining(strings.text("list.separator"))));
    }
}
