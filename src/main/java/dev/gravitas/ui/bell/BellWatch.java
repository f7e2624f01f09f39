package dev.gravitas.ui.bell;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.Legible;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.overview.Lead;

import java.util.LinkedHashMap;
import java.util.Map;

/// Rings when something that the window sees begins to be wrong, and when that is over: the database, who records, lost events, the
/// GPUs and their lockouts. What is wrong when it looks first is told too. Looks when it is told to; never waits. For one thread.
public final class BellWatch {
    private final Bell bell;
    private final Formats formats;
    private final Strings strings;
    private Map<String, Trouble> before = Map.of();
    private long lost;

    /// @param over what is told once it is over
    private record Trouble(Ring began, String over) {}

    public BellWatch(Bell bell, Formats formats, Strings strings) {
        this.bell = bell;
        this.formats = formats;
        this.strings = strings;
    }

    public void look(ConsoleStatus status, GpuBoard board) {
        var now = new LinkedHashMap<String, Trouble>();
        console(status, now);
        gpus(board, now);
        tellChanges(now);
        before = Map.copyOf(now);
        tellLoss(status);
    }

    private void tellChanges(Map<String, Trouble> now) {
        before.forEach((key, trouble) -> {
            if (!now.containsKey(key)) {
                bell.ring(new Ring(Ring.Kind.OVER, trouble.over(), "", trouble.began().lead()));
            }
        });
        now.forEach((key, trouble) -> {
            if (!before.containsKey(key)) {
                bell.ring(trouble.began());
            }
        });
    }

    private void console(ConsoleStatus status, Map<String, Trouble> now) {
        var state = status.database().state();
        boolean starting = state == DatabaseStatus.State.STARTING && before.containsKey("database");
        if (state == DatabaseStatus.State.UNAVAILABLE || starting) {
            now.put("database", trouble("bell.database.away", status.database().detail(), Lead.SETTINGS,
                    "bell.database.back"));
        } else if (state == DatabaseStatus.State.UNSAFE) {
            now.put("unsafe", trouble("bell.database.unsafe", status.database().detail(), Lead.SETTINGS,
                    "bell.database.safe"));
        }
        if (status.role() == ConsoleStatus.Role.VIEWER && status.endpointUrl() == null) {
            now.put("recorder", trouble("bell.recorder.gone", "", Lead.FOOTPRINT, "bell.recorder.back"));
        }
    }

    private void gpus(GpuBoard board, Map<String, Trouble> now) {
        var status = board.status();
        var fault = status.fault();
        if (fault != null && fault.worries()) {
            now.put("gpus", new Trouble(new Ring(Ring.Kind.BAD, fault.what(), fault.advice(), Lead.VRAM),
                    strings.text("bell.gpus.back")));
        }
        for (var reading : status.gpus()) {
            var loss = reading.lost();
            if (loss != null) {
                now.put("gpu " + reading.gpu().id(), new Trouble(
                        new Ring(Ring.Kind.BAD, strings.text("bell.gpu.lost", name(reading)), loss.kind().what(),
                                Lead.VRAM),
                        strings.text("bell.gpu.back", name(reading))));
            }
        }
        for (var episode : board.lockouts()) {
            var gpu = name(status, episode.gpu());
            now.put("lockout " + episode.id(), new Trouble(
                    new Ring(Ring.Kind.BAD, strings.text("bell.lockout", gpu), strings.text("bell.lockout.more",
                            formats.memory(episode.thresholdBytes())), Lead.VRAM),
                    strings.text("bell.lockout.over", gpu)));
        }
    }

    private String name(GpuStatus status, String id) {
        return status.gpus()
                .stream()
                .filter(reading -> reading.gpu().id().equals(id))
                .findFirst()
                .map(this::name)
                .orElse(id);
    }

    private String name(GpuReading reading) {
        return strings.text("vram.card.title", strings.text("vram.gpu", reading.gpu().index()),
                Legible.name(reading.gpu().name()));
    }

    private void tellLoss(ConsoleStatus status) {
        var counters = status.counters();
        long dropped = counters == null ? lost : counters.droppedEvents();
        if (dropped > lost) {
            bell.ring(new Ring(Ring.Kind.BAD, strings.text("bell.lost"),
                    strings.text("bell.lost.more", formats.count(dropped)), Lead.FOOTPRINT));
        }
        lost = dropped;
    }

    private Trouble trouble(String whatKey, String more, Lead lead, String overKey) {
        return new Trouble(new Ring(Ring.Kind.BAD, strings.text(whatKey), more, lead), strings.text(overKey));
    }
}
