package dev.gravitas.ui.chart.time;

import atlantafx.base.theme.PrimerDark;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;

/// How often a second charts redraw many points on the software pipeline, each given another span of the same data: the product's
/// chart, chart-fx as it comes, and JavaFX's LineChart. Ends with 1 where the goals are missed.
///
/// `--points N` a series (default 100,000) · `--series N` (default 6) · `--seconds N` each (default 10)
public final class ChartRedraw {
    private static final double LEAST_PER_S = 20;
    private static final double LEAST_TIMES = 4;

    private final List<String> arguments;

    private ChartRedraw(List<String> arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(new ChartRedraw(List.of(arguments)).run());
    }

    private int run() throws Exception {
        var data = BenchData.make(number("--series", 6), number("--points", 100_000));
        long nanos = number("--seconds", 10) * 1_000_000_000L;
        Platform.startup(() -> Platform.setImplicitExit(false));
        var found = new LinkedHashMap<String, Double>();
        try (var work = Executors.newSingleThreadExecutor()) {
            for (Supplier<Contestant> make : List.<Supplier<Contestant>>of(() -> new OurChart(data, work),
                    () -> new BareChart(data), () -> new FxLineChart(data))) {
                var perSecond = new CompletableFuture<Double>();
                Platform.runLater(() -> start(make.get(), data, nanos, perSecond, found));
                perSecond.get();
            }
        }
        Platform.exit();
        return print(data, found.values().stream().toList(), List.copyOf(found.keySet()));
    }

    private static void start(Contestant contestant, BenchData data, long nanos, CompletableFuture<Double> perSecond,
            LinkedHashMap<String, Double> found) {
        var counted = new CompletableFuture<Double>();
        counted.thenAccept(rate -> {
            found.put(contestant.name(), rate);
            perSecond.complete(rate);
        });
        new RedrawCount(contestant, data.points(), nanos, counted).run(new PrimerDark().getUserAgentStylesheet(),
                Stream.of("tokens", "theme-dark", "controls", "charts")
                        .map(sheet -> Objects.requireNonNull(
                                ChartRedraw.class.getResource("/dev/gravitas/ui/css/" + sheet + ".css")))
                        .map(Object::toString)
                        .toArray(String[]::new));
    }

    private int number(String option, int standard) {
        int at = arguments.indexOf(option);
        return at < 0 ? standard : Integer.parseInt(arguments.get(at + 1));
    }

    private static int print(BenchData data, List<Double> rates, List<String> names) {
        double ours = rates.getFirst();
        System.out.println(String.format(Locale.ROOT, "%d series of %,d points, load average %.1f",
                data.values().length, data.points(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        for (int i = 0; i < rates.size(); i++) {
            System.out.println(String.format(Locale.ROOT, "%-18s %6.1f redraws/s   this chart is %5.1f times as fast",
                    names.get(i), rates.get(i), ours / rates.get(i)));
        }
        boolean well = ours >= LEAST_PER_S && ours >= LEAST_TIMES * rates.get(1);
        System.out.println(String.format(Locale.ROOT, "goal: %.0f redraws/s and %.0f times chart-fx bare: %s",
                LEAST_PER_S, LEAST_TIMES, well ? "reached" : "MISSED"));
        return well ? 0 : 1;
    }
}
