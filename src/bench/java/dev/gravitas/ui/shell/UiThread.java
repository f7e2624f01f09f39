package dev.gravitas.ui.shell;

import dev.gravitas.bench.FilledDatabase;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long the thread that draws the window keeps the operator waiting, on the software pipeline and without a display: live
/// views with eight GPUs, the first sight of 60 days of a full database, a database that stands still, a long run. Ends with 1
/// where a goal is missed.
///
/// `--rows N` in the database (default 10,000,000) · `--seconds N` of each live view (default 60) · `--times N` a view is opened
/// (default 20) · `--hours N` of the long run (default 3, 0 leaves it out)
public final class UiThread {
    private static final double LIVE_P99_MS = 33;
    private static final double LIVE_MAX_MS = 150;
    private static final double PAINT_MS = 300;
    private static final double FROZEN_STALL_MS = 100;
    private static final double FROZEN_SAID_S = 5;

    private final List<String> arguments;
    private final List<String> missed = new ArrayList<>();

    private UiThread(List<String> arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(new UiThread(List.of(arguments)).run());
    }

    private int run() throws Exception {
        int rows = number("--rows", 10_000_000);
        try (var database = FilledDatabase.open(rows, UiThread::say); var parts = BenchParts.over(database)) {
            print("%,d rows, 1440 x 900, load average %.1f", rows,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            for (var page : List.of(Page.VRAM, Page.OVERVIEW)) {
                live(parts, page);
            }
            paint(parts);
            frozen(parts);
            longRun(parts, number("--hours", 3));
        }
        print(missed.isEmpty() ? "goals: reached" : "goals MISSED: " + String.join(", ", missed));
        return missed.isEmpty() ? 0 : 1;
    }

    private void live(BenchParts parts, Page page) throws Exception {
        say(page + ", live");
        var waits = new LiveMinute(parts, Duration.ofSeconds(number("--seconds", 60))).of(page);
        print("%s, live with 8 GPUs: %s", page, words(waits));
        goal(page + " live p99", waits.p99Ms(), LIVE_P99_MS);
        goal(page + " live max", waits.maxMs(), LIVE_MAX_MS);
    }

    private void paint(BenchParts parts) throws Exception {
        say("first paint of 60 days");
        var found = new FirstPaint(parts, number("--times", 20)).of(Page.TRENDS);
        print("60-day trends, from the key to the picture: median %.0f ms, max %.0f ms; meanwhile %s", found.p50Ms(),
                found.maxMs(), words(found.stalls()));
        goal("first paint", found.p50Ms(), PAINT_MS);
    }

    private void frozen(BenchParts parts) throws Exception {
        say("database frozen");
        var found = new FrozenDatabase(parts).measure();
        print("database frozen: said after %.1f s at the latest (%s), fresh %.1f s after it goes on; meanwhile %s",
                found.latestS(), found.saidAfterS().stream().map(s -> String.format(Locale.ROOT, "%.1f", s)).toList(),
                found.freshAfterS(), words(found.waits()));
        goal("said when frozen", found.latestS(), FROZEN_SAID_S);
        goal("stall while frozen", found.waits().maxMs(), FROZEN_STALL_MS);
    }

    private void longRun(BenchParts parts, int hours) throws Exception {
        if (hours == 0) {
            return;
        }
        say(hours + " hours on a fast clock");
        var found = new LongRun(parts).measure(hours);
        print("%d hours on a fast clock, after the first and the last: %d and %d nodes, heap %.1f and %.1f MB",
                found.hours(), found.early().nodes(), found.late().nodes(), found.early().heapBytes() / 1e6,
                found.late().heapBytes() / 1e6);
        if (!found.flat()) {
            missed.add("nodes and heap flat");
        }
    }

    private void goal(String name, double found, double most) {
        if (found > most) {
            missed.add(String.format(Locale.ROOT, "%s (%.1f, at most %.0f)", name, found, most));
        }
    }

    private static String words(Waits waits) {
        var words = new StringBuilder(
                String.format(Locale.ROOT, "a beat waited %.1f ms (median), %.1f (p99), %.1f (max)",
                        waits.p50Ms(), waits.p99Ms(), waits.maxMs()));
        waits.worst()
                .forEach(stall -> words.append(String.format(Locale.ROOT, "%n    %.1f ms: %s", stall.millis(),
                        stall.doing())));
        return words.toString();
    }

    private static void print(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }

    private static void say(String what) {
        System.err.println("ui-thread: " + what);
    }

    private int number(String option, int standard) {
        int at = arguments.indexOf(option);
        return at < 0 ? standard : Integer.parseInt(arguments.get(at + 1));
    }
}
