package dev.gravitas.cli;

import dev.gravitas.model.Legible;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.report.SixtyDayDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `gravitas stats`
@Command(name = "stats", mixinStandardHelpOptions = true, description = "60-day statistics per model: today (UTC) and the 59 days before.")
final class StatsCommand implements Callable<Integer> {
    private final GravitasCommand root;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    StatsCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        try (var database = root.backstage().open(root.folder())) {
            var statistics = database.queries().sixtyDays();
            json.print(spec, SixtyDayDocument.of(statistics), out -> print(statistics, out));
        }
        return ExitCode.OK;
    }

    private static void print(SixtyDayStatistics statistics, PrintWriter out) {
        if (statistics.trends().isEmpty()) {
            out.println("No model has a row between " + statistics.firstDay() + " and " + statistics.lastDay() + ".");
            return;
        }
        var table = new TextTable(1, "Model", "ms/token", "requests", "tokens", "days with data", "loads",
                "failed loads", "load mean s", "load p95 s");
        statistics.trends().forEach(trend -> row(table, trend));
        table.print(out);
        out.println();
        out.println(statistics.firstDay() + " to " + statistics.lastDay() + " (UTC days)"
                + (statistics.definition() == null ? "" : ", definition " + statistics.definition().text()) + ".");
    }

    private static void row(TextTable table, ModelTrend trend) {
        var load = trend.loadLatency();
        var days = trend.daily().stream().filter(day -> Objects.nonNull(day.figures())).count();
        var definition = !trend.ranked() && trend.definition() != null ? " (" + trend.definition().text() + ")" : "";
        table.row(Legible.name(trend.component()) + definition, Figures.decimal(trend.efficiencyScore(), 3),
                Figures.count(trend.requests()),
                Figures.count(trend.tokensGenerated()), days + " of " + SixtyDayStatistics.DAYS,
                loads(load), Figures.count(load == null ? null : load.failed()),
                Figures.decimal(load == null ? null : load.meanSeconds(), 2),
                Figures.decimal(load == null ? null : load.p95Seconds(), 2));
    }

    // A load may tell no time; the mean is of those that do.
    private static String loads(@Nullable LoadLatency load) {
        return load == null || load.timed() == load.loads()
                ? Figures.count(load == null ? null : load.loads())
                : Figures.count(load.loads()) + " (" + Figures.count(load.timed()) + " timed)";
    }
}
