package dev.gravitas.cli;

import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Legible;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.report.RankingDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `gravitas rank`
@Command(name = "rank", mixinStandardHelpOptions = true, description = "Ranks models by token-weighted efficiency: inference ms / tokens generated, lower is better.")
final class RankCommand implements Callable<Integer>, Checked {
    private static final int MOST_HOURS = 8_760;

    private final GravitasCommand root;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--hours", paramLabel = "N", defaultValue = "24", description = "Rolling window, 1 to 8760 (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Option(names = "--component", paramLabel = "M", description = "One model only.")
    private @Nullable String component;

    @Option(names = "--host", paramLabel = "LABEL", description = "Rows of one console of a shared database only; '' for rows of other programs.")
    private @Nullable String host;

    @Option(names = "--definition", paramLabel = "D", description = "Rank by ${COMPLETION-CANDIDATES}; default is the one with most tokens in the window.")
    private @Nullable Definition definition;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RankCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public void check() {
        if (hours < 1 || hours > MOST_HOURS) {
            throw new ParameterException(spec.commandLine(),
                    "--hours is " + hours + "; it must be from 1 to " + MOST_HOURS);
        }
    }

    @Override
    public Integer call() throws Exception {
        try (var database = root.backstage().open(root.folder())) {
            var window = TimeWindow.last(Duration.ofHours(hours), Clock.systemUTC().instant());
            var ranking = database.queries()
                    .efficiency(EfficiencyQuery.of(window).ofComponent(component).ofHost(host).by(definition));
            json.print(spec, RankingDocument.of(ranking), out -> print(ranking, out));
        }
        return ExitCode.OK;
    }

    private void print(EfficiencyRanking ranking, PrintWriter out) {
        if (ranking.models().isEmpty()) {
            out.println("No requests" + filters() + " in the last " + hours
                    + " h. Import measurements with 'gravitas import FILE --spread-days 59', or take a longer --hours.");
            return;
        }
        var table = new TextTable(2, "#", "Model", "ms/token", "tokens/s", "TTFT ms", "≈p50", "≈p95", "≈p99",
                "requests",
                "tokens", "not ranked", "last seen");
        ranking.models().forEach(model -> row(table, model));
        table.print(out);
        out.println();
        out.println(summary(ranking));
        out.println("Quantiles (≈) are nearest-rank over requests, within 1.5 %.");
    }

    private String filters() {
        var model = component == null ? "" : " of " + Legible.name(component);
        if (host == null) {
            return model;
        }
        return model + (host.isEmpty() ? " of other programs" : " of host " + Legible.name(host));
    }

    private static void row(TextTable table, ModelEfficiency model) {
        var quantiles = model.quantiles();
        var definition = model.rank() == null && model.definition() != null
                ? " (" + model.definition().text() + ")"
                : "";
        table.row(Figures.count(model.rank()), Legible.name(model.component()) + definition,
                Figures.decimal(model.efficiencyScore(), 3), Figures.decimal(model.tokensPerSecond(), 1),
                Figures.decimal(model.ttftP50Ms(), 0), Figures.decimal(quantiles == null ? null : quantiles.p50(), 2),
                Figures.decimal(quantiles == null ? null : quantiles.p95(), 2),
                Figures.decimal(quantiles == null ? null : quantiles.p99(), 2), Figures.count(model.requests()),
                Figures.count(model.tokensGenerated()), Figures.count(model.notRanked()),
                Figures.time(model.lastSeen()));
    }

    private static String summary(EfficiencyRanking ranking) {
        var text = Figures.count(ranking.requests()) + " requests ranked"
                + (ranking.definition() == null ? "" : " by definition " + ranking.definition().text()) + ", "
                + Figures.count(ranking.notRanked()) + " not ranked (failed or without tokens)";
        if (ranking.leftOut().isEmpty()) {
            return text + ".";
        }
        return text + "; left out as not comparable: " + ranking.leftOut()
                .stream()
                .map(left -> Figures.count(left.requests()) + " of definition " + left.definition().text())
                .collect(Collectors.joining(", ")) + " (see --definition).";
    }
}
