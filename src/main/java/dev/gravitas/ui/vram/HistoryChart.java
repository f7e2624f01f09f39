package dev.gravitas.ui.vram;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramPoint;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.time.Grain;
import dev.gravitas.ui.chart.time.LoadMarks;
import dev.gravitas.ui.chart.time.Quantity;
import dev.gravitas.ui.chart.time.TimeLevel;
import dev.gravitas.ui.chart.time.TimeLine;
import dev.gravitas.ui.chart.time.TimeMark;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Draws the used memory of GPUs over time: those of this machine, then those of others that write to the store. Thread-safe.
record HistoryChart(ModelColours gpuColours, Formats formats, Strings strings) {
    /// A legend names so many GPUs that have a threshold in common.
    private static final int MOST_NAMED = 3;
    private static final double GIB = 1L << 30;
    private static final double MIB_PER_GIB = 1_024;

    Swatch swatch(String gpu) {
        return Swatch.of(gpuColours.of(gpu));
    }

    TimePicture picture(TimeWindow window, GpuBoard board, GpuStatus status, VramRecord stored, GpuNames names,
            Instant now) {
        var ids = names.ids();
        gpuColours.seen(ids);
        var lines = ordered(ids, board, status).stream()
                .map(id -> line(id, window, board.history(id), stored, names))
                .filter(line -> !line.runs().isEmpty())
                .toList();
        var levels = levels(board, status, names);
        return new TimePicture(new Quantity(strings.text("vram.history.title"), "GiB", 1), Grain.MOMENTS, window,
                top(lines, status, stored), lines, levels, marks(window, stored, board, status, names, now));
    }

    /// Those that are locked out first, where they are too many to draw all at once.
    private static List<String> ordered(List<String> ids, GpuBoard board, GpuStatus status) {
        if (ids.size() <= ModelColours.COLOURS) {
            return ids;
        }
        var locked = new HashSet<String>();
        for (var reading : status.gpus()) {
            var state = board.lockout(reading);
            if (state != null && state.locked()) {
                locked.add(reading.gpu().id());
            }
        }
        return ids.stream().sorted(Comparator.comparing(id -> !locked.contains(id))).toList();
    }

    private TimeLine line(String id, TimeWindow window, List<VramPoint> live, VramRecord stored, GpuNames names) {
        var rows = stored.lines().stream().filter(line -> line.gpu().equals(id)).toList();
        return TimeLine.of(names.of(id), gpuColours.of(id), VramLines.of(window, rows, stored.lockouts(), live));
    }

    /// Where lockouts begin, lowest first. GPUs of about the same size have about the same threshold: it is drawn once.
    private List<TimeLevel> levels(GpuBoard board, GpuStatus status, GpuNames names) {
        var alike = new TreeMap<Double, List<String>>();
        for (var reading : status.gpus()) {
            var vram = reading.vram().orNull();
            if (vram != null) {
                double level = (vram.totalBytes() - board.thresholdBytes(vram.totalBytes())) / GIB;
                alike.computeIfAbsent(Math.round(level * 10) / 10.0, _ -> new ArrayList<>()).add(reading.gpu().id());
            }
        }
        return alike.entrySet()
                .stream()
                .map(level -> new TimeLevel(level.getKey(), level.getValue().stream().map(gpuColours::of).toList(),
                        levelName(level.getValue(), status, names)))
                .toList();
    }

    private String levelName(List<String> gpus, GpuStatus status, GpuNames names) {
        return gpus.size() > MOST_NAMED && gpus.size() == status.gpus().size()
                ? strings.text("vram.legend.level.all", gpus.size())
                : strings.text("vram.legend.level",
                        gpus.stream().map(names::of).collect(Collectors.joining(strings.text("list.separator"))));
    }

    private static List<VramReading> known(GpuStatus status) {
        var known = new ArrayList<VramReading>();
        for (var reading : status.gpus()) {
            var vram = reading.vram().orNull();
            if (vram != null) {
                known.add(vram);
            }
        }
        return known;
    }

    private static double top(List<TimeLine> lines, GpuStatus status, VramRecord stored) {
        double top = TimePicture.most(lines);
        for (var vram : known(status)) {
            top = Math.max(top, vram.totalBytes() / GIB);
        }
        for (var line : stored.lines()) {
            var total = line.totalMib();
            top = total == null ? top : Math.max(top, total / MIB_PER_GIB);
        }
        return top;
    }

    private List<TimeMark> marks(TimeWindow window, VramRecord stored, GpuBoard board, GpuStatus status, GpuNames names,
            Instant now) {
        var marks = new ArrayList<TimeMark>();
        marks.addAll(new LoadMarks(formats, strings).of(stored.loads(), window));
        stored.lockouts()
                .stream()
                .filter(lockout -> reaches(lockout, window, Lockouts.lasting(lockout, stored, board, status)))
                .forEach(lockout -> marks.add(mark(lockout, window, names,
                        Lockouts.lasting(lockout, stored, board, status) ? now : lockout.ended())));
        marks.sort(Comparator.comparing(TimeMark::at));
        return marks;
    }

    private static boolean reaches(VramRecord.Lockout lockout, TimeWindow window, boolean lasting) {
        var end = lockout.ended() == null ? lockout.began() : lockout.ended();
        return lockout.began().isBefore(window.to()) && (lasting || !end.isBefore(window.from()));
    }

    private TimeMark mark(VramRecord.Lockout lockout, TimeWindow window, GpuNames names, @Nullable Instant until) {
        var from = lockout.began().isBefore(window.from()) ? window.from() : lockout.began();
        var gpu = names.of(lockout.gpu());
        var lasted = until == null ? "" : new Lockouts(formats, strings).lasted(lockout, until);
        var text = until == null ? strings.text("vram.mark.lockout.open") : strings.text("vram.mark.lockout", lasted);
        var began = formats.full(lockout.began());
        return new TimeMark(from, until,
                names.several() ? strings.text("vram.mark.lockout.of", gpu, text) : text,
                until == null
                        ? strings.text("vram.mark.lockout.whole.open", gpu, began)
                        : strings.text("vram.mark.lockout.whole", gpu, began, lasted),
                true);
    }
}
