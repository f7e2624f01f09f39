package dev.gravitas.ui.footprint;

import dev.gravitas.model.Footprint;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.explain.Scope;

import java.util.List;

/// How the figures of a footprint were measured. Thread-safe.
record FootprintExplained(Footprint footprint, ExplanationWords words) {

    List<Explanation> size(String title, Meter meter) {
        return List.of(scope().of(title, meter.value(), words.text("explain.formula.table.bytes"), rows()),
                scope().of(words.text("explain.limit"), meter.detail(), words.text("explain.formula.limit"), ""));
    }

    List<Explanation> rows(String title, Meter meter) {
        return List.of(scope().of(title, meter.value(), words.text("explain.formula.rows"), rows()),
                scope().of(words.text("explain.limit"), meter.detail(), words.text("explain.formula.limit"), ""));
    }

    List<Explanation> database(String title, String value) {
        return List.of(scope().filtered(words.text("explain.filter.database"))
                .of(title, value, words.text("explain.formula.database.bytes"), tables()));
    }

    List<Explanation> records(String oldest, String newest) {
        return List.of(
                scope().of(words.text("footprint.oldest.title"), oldest, words.text("explain.formula.oldest"), rows()),
                scope().of(words.text("footprint.newest.title"), newest, words.text("explain.formula.newest"),
                        rows()));
    }

    /// Of a duty: how it judges, and when what it judged was read.
    List<Explanation> duty(String title, DutyRow row) {
        return List.of(new Scope(words.text("explain.source.duty"), footprint.telemetry().name(), "", row.done())
                .of(title, row.verdict(), words.text(switch (row.duty()) {
                    case FOOTPRINT -> "explain.formula.duty.footprint";
                    case EFFICIENCY -> "explain.formula.duty.efficiency";
                    case PRUNING -> "explain.formula.duty.pruning";
                }), ""));
    }

    List<Explanation> chart(String summary) {
        return List.of(scope().filtered(words.text("explain.filter.tables"))
                .of(words.text("footprint.chart.title"), summary, words.text("explain.formula.table.bytes"), tables()));
    }

    /// One for each column with figures, in [FootprintController]'s order.
    List<Explanation> row(int index, TableRow row) {
        boolean exact = footprint.tables().get(index).rowsExact();
        return List.of(of(row, "footprint.column.total", row.total(), "explain.formula.table.bytes"),
                of(row, "footprint.column.rows", row.rows(),
                        exact ? "explain.formula.rows" : "explain.formula.rows.estimated"),
                of(row, "footprint.column.data", row.data(), "explain.formula.data.bytes"),
                of(row, "footprint.column.indexes", row.indexes(), "explain.formula.index.bytes"),
                of(row, "footprint.column.share", row.share(), "explain.formula.share"));
    }

    private Explanation of(TableRow row, String titleKey, String value, String formulaKey) {
        return scope().filtered(row.name())
                .of(words.text("explain.subject", words.text(titleKey), row.name()), value, words.text(formulaKey),
                        tables());
    }

    private Scope scope() {
        return new Scope(words.text("explain.source.catalogue"), footprint.telemetry().name(), "",
                words.readStored(footprint.measuredAt()));
    }

    private String rows() {
        return words.text("explain.count.rows", words.formats().count(footprint.telemetryRows()));
    }

    private String tables() {
        return words.text("explain.count.tables", words.formats().count(footprint.tables().size()));
    }
}
