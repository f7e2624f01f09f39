package dev.gravitas.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/// `gravitas snapshot`
@Command(name = "snapshot", mixinStandardHelpOptions = true, description = "Draws one view of the window into a PNG file; needs no display.")
final class SnapshotCommand implements Callable<Integer>, Checked {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    private final GravitasCommand root;

    @Option(names = "--view", required = true, paramLabel = "efficiency|trends|vram|footprint|settings", description = "Which view.")
    private String view = "";

    @Option(names = "--out", required = true, paramLabel = "FILE.png", description = "Where to write it.")
    private Path out = Path.of("");

    @Option(names = "--theme", defaultValue = "light", paramLabel = "light|dark|high-contrast", description = "Default: light.")
    private String theme = "";

    @Option(names = "--scale", defaultValue = "100", paramLabel = "PERCENT", description = "How large everything is: 75, 90, 100, 110, 125, 150, 175 or 200 (default: ${DEFAULT-VALUE}).")
    private String scale = "";

    @Option(names = "--size", defaultValue = "1280x800", paramLabel = "WxH", description = "Pixels, 800x500 to 3840x2160 (default: ${DEFAULT-VALUE}).")
    private String size = "";

    @Option(names = "--window", paramLabel = "1h|24h|7d|60d", description = "Time window of the efficiency and VRAM views (default: 60d).")
    private @Nullable String window;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SnapshotCommand(GravitasCommand root) {
        this.root = root;
    }

    @Override
    public void check() {
        oneOf("--view", view, Set.of("efficiency", "trends", "vram", "footprint", "settings"));
        oneOf("--theme", theme, Set.of("light", "dark", "high-contrast"));
        oneOf("--scale", scale, Set.of("75", "90", "100", "110", "125", "150", "175", "200"));
        shownWindow();
        if (sides().isEmpty()) {
            throw bad("--size is '" + size + "'; it must be WxH from 800x500 to 3840x2160");
        }
        requireWritable(out.toAbsolutePath());
    }

    @Override
    public Integer call() throws Exception {
        var sides = sides();
        root.backstage()
                .snapshot(root.folder(),
                        new Backstage.SnapshotOrder(view, theme, shownWindow(), Integer.parseInt(scale),
                                sides.getFirst(), sides.getLast(), out.toAbsolutePath()));
        return ExitCode.OK;
    }

    private String shownWindow() {
        if (window == null) {
            return "60d";
        }
        oneOf("--window", window, Set.of("1h", "24h", "7d", "60d"));
        if (!Set.of("efficiency", "vram").contains(view)) {
            throw bad("--window cannot be used with --view " + view + "; only efficiency and vram have a window");
        }
        return window;
    }

    /// Width and height; none for a size that cannot be drawn.
    private List<Integer> sides() {
        var match = SIZE.matcher(size);
        return match.matches() && within(match.group(1), 800, 3840) && within(match.group(2), 500, 2160)
                ? List.of(Integer.valueOf(match.group(1)), Integer.valueOf(match.group(2)))
                : List.of();
    }

    // By the name that was given.
    private void requireWritable(Path file) {
        var folder = file.resolveSibling("");
        if (Files.isDirectory(file)) {
            throw bad("--out is '" + out + "', a folder; name a PNG file in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw bad("--out is '" + out + "', which is not an ordinary file");
        }
        if (!Files.isDirectory(folder)) {
            throw bad("--out is '" + out + "', but there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw bad("--out is '" + out + "', but this user may not write to " + folder);
        }
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
