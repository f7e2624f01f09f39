package dev.gravitas.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/// `gravitas snapshot`
@Command(name = "snapshot", mixinStandardHelpOptions = true, description = "Draws views of the window into PNG files; needs no display.")
final class SnapshotCommand implements Callable<Integer>, Checked {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    private final GravitasCommand root;

    @Option(names = "--view", paramLabel = "VIEW", description = "One of ${COMPLETION-CANDIDATES}.", completionCandidates = SnapshotRange.Views.class)
    private @Nullable String view;

    @Option(names = "--all", description = "Every view, light and dark, at 1280x800, 1440x900, 2560x1440 and, at 200 %%, 2560x1600.")
    private boolean all;

    @Option(names = "--out", required = true, paramLabel = "FILE.png|FOLDER", description = "Where to write it; with --all a folder.")
    private Path out = Path.of("");

    @Option(names = "--theme", paramLabel = "light|dark|high-contrast", description = "Default: light.")
    private @Nullable String theme;

    @Option(names = "--scale", paramLabel = "PERCENT", description = "How large everything is: 75, 90, 100, 110, 125, 150, 175 or 200 (default: 100).")
    private @Nullable String scale;

    @Option(names = "--size", paramLabel = "WxH", description = "Pixels, 800x500 to 3840x2160 (default: 1280x800).")
    private @Nullable String size;

    @Option(names = "--window", paramLabel = "1h|24h|7d|60d|FROM/TO", description = "Time window of the efficiency, trends, compare and VRAM views (default: 60d); FROM and TO like 2026-11-23T14:30Z.")
    private @Nullable String window;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SnapshotCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public void check() {
        if (out.toString().isEmpty()) {
            throw bad("--out is ''; it must name a file, with --all a folder");
        }
        if (all) {
            refuseWithAll();
            requireFolder(out.toAbsolutePath());
            return;
        }
        if (view == null) {
            throw bad("--view or --all is missing");
        }
        oneOf("--view", view, Set.copyOf(SnapshotRange.VIEWS));
        oneOf("--theme", theme(), Set.of("light", "dark", "high-contrast"));
        oneOf("--scale", scale(), Set.of("75", "90", "100", "110", "125", "150", "175", "200"));
        shownWindow(view);
        if (sides().isEmpty()) {
            throw bad("--size is '" + size + "'; it must be WxH from 800x500 to 3840x2160");
        }
        requireWritable(out.toAbsolutePath());
    }

    private void refuseWithAll() {
        var given = new LinkedHashMap<String, @Nullable String>();
        given.put("--view", view);
        given.put("--theme", theme);
        given.put("--scale", scale);
        given.put("--size", size);
        given.put("--window", window);
        given.forEach((option, value) -> {
            if (value != null) {
                throw bad("--all and " + option + " cannot be used together");
            }
        });
    }

    private String theme() {
        return theme == null ? "light" : theme;
    }

    private String scale() {
        return scale == null ? "100" : scale;
    }

    @Override
    public Integer call() throws Exception {
        var orders = all
                ? SnapshotRange.everything(out.toAbsolutePath())
                : List.of(order(Objects.requireNonNull(view)));
        if (all) {
            Files.createDirectories(out);
        }
        root.backstage().snapshot(root.folder(), orders, this::tell);
        return ExitCode.OK;
    }

    private void tell(Path file) {
        if (all) {
            spec.commandLine().getOut().println(file.getFileName());
            spec.commandLine().getOut().flush();
        }
    }

    private Backstage.SnapshotOrder order(String shown) {
        var sides = sides();
        return new Backstage.SnapshotOrder(shown, theme(), shownWindow(shown), Integer.parseInt(scale()),
                sides.getFirst(), sides.getLast(), out.toAbsolutePath());
    }

    private String shownWindow(String view) {
        if (window == null) {
            return "60d";
        }
        if (!isSpan(window)) {
            oneOf("--window", window, Set.of("1h", "24h", "7d", "60d", "FROM/TO"));
        }
        if (!Set.of("efficiency", "trends", "compare", "vram").contains(view)) {
            throw bad(
                    "--window cannot be used with --view " + view
                            + "; only efficiency, trends, compare and vram have a window");
        }
        return window;
    }

    private static boolean isSpan(String text) {
        var ends = text.split("/", -1);
        try {
            return ends.length == 2 && OffsetDateTime.parse(ends[0]).isBefore(OffsetDateTime.parse(ends[1]));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /// Width and height; none for a size that cannot be drawn.
    private List<Integer> sides() {
        var match = SIZE.matcher(size == null ? "1280x800" : size);
        return match.matches() && within(match.group(1), 800, 3840) && within(match.group(2), 500, 2160)
                ? List.of(Integer.valueOf(match.group(1)), Integer.valueOf(match.group(2)))
                : List.of();
    }

    private void requireFolder(Path folder) {
        if (Files.isDirectory(folder)) {
            requireWritableFolder(folder);
        } else if (Files.exists(folder)) {
            throw bad("--out is '" + out + "', which is no folder; --all writes many files into one");
        } else {
            requireParent(folder);
        }
    }

    private void requireParent(Path file) {
        var folder = file.toAbsolutePath().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            throw bad("--out is '" + out + "', but there is no folder " + folder);
        }
        requireWritableFolder(folder);
    }

    private void requireWritableFolder(Path folder) {
        if (!Files.isWritable(folder)) {
            throw bad("--out is '" + out + "', but this user may not write to " + folder);
        }
    }

    // By the name that was given.
    private void requireWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw bad("--out is '" + out + "', a folder; name a PNG file in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw bad("--out is '" + out + "', which is not an ordinary file");
        }
        requireParent(file);
    }

    private void oneOf(String option, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            throw bad(option + " is '" + value + "'; it must be one of "
                    + String.join(", ", allowed.stream().sorted().toList()));
        }
    }

    private static boolean within(String digits, int least, int most) {
        var number = Integer.parseInt(digits);
        return number >= least && number <= most;
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
