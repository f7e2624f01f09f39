package dev.gravitas.ui.vram;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.GpuActivity.SlowReason;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.Legible;
import dev.gravitas.model.LockoutForecast;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns a GPU's reading into its card. Thread-safe.
final class GpuCards {
    /// Figures older than this are called old: the poller reads each second.
    static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration IN_HOURS = Duration.ofHours(2);
    private static final double GIB = 1L << 30;
    /// Holders that a small card tells of.
    private static final int BRIEF = 2;

    private final MemoryParts parts;
    private final Forecasts forecasts;
    private final Formats formats;
    private final Strings strings;

    GpuCards(MemoryParts parts, Forecasts forecasts, Formats formats, Strings strings) {
        this.parts = parts;
        this.forecasts = forecasts;
        this.formats = formats;
        this.strings = strings;
    }

    /// @param name the GPU in short
    /// @param swatch of its line in the chart
    /// @param failing whether the GPUs are not read now
    GpuCardScreen card(GpuReading reading, String name, Swatch swatch, GpuBoard board, boolean failing, Instant now) {
        var age = age(reading, failing, now);
        var vram = reading.vram().orNull();
        var facts = facts(reading);
        var device = Legible.name(reading.gpu().name());
        var title = strings.text("vram.card.title", name, device);
        if (vram == null) {
            var untold = String.valueOf(reading.vram().why());
            var why = reading.lost() == null ? strings.text("vram.note.untold", untold) : untold;
            return new GpuCardScreen(title, name, device, swatch, Formats.MISSING, "", "", Formats.MISSING, facts,
                    List.of(), null, List.of(),
                    List.of(), "", false, List.of(why), age, spoken(title, why, facts, "", age, List.of()));
        }
        var bar = parts.of(reading, vram);
        long threshold = board.thresholdBytes(vram.totalBytes());
        boolean locked = vram.freeBytes() < threshold;
        var outlook = forecasts.of(board, reading.gpu().id(), vram.totalBytes(), now);
        var alert = age.isEmpty() ? alert(reading, vram, threshold, board, outlook) : "";
        if (age.isEmpty() && alert.isEmpty()) {
            facts = with(facts, unforeseen(outlook));
        }
        var used = formats.decimal(vram.usedBytes() / GIB, 1);
        var total = strings.text("vram.card.total", formats.decimal(vram.totalBytes() / GIB, 1));
        var percent = formats.percent(vram.usedPercent() / 100);
        var notes = notes(vram, bar);
        return new GpuCardScreen(title, name, device, swatch, used, total, percent, formats.memory(vram.freeBytes()),
                facts, bar,
                1 - (double) threshold / vram.totalBytes(), legend(bar, threshold), brief(bar), alert,
                locked && !alert.isEmpty(), notes, age,
                spoken(title, used + " " + total + ", " + percent, facts, alert, age, notes));
    }

    private List<LegendEntry> legend(List<BarPart> bar, long threshold) {
        return Stream.concat(
                bar.stream().map(this::entry),
                Stream.of(new LegendEntry(Swatch.TICK, strings.text("vram.legend.tick"), formats.memory(threshold))))
                .toList();
    }

    private List<LegendEntry> brief(List<BarPart> bar) {
        var holders = bar.stream().filter(part -> part.swatch().isHeld()).toList();
        int named = holders.size() <= BRIEF ? BRIEF : BRIEF - 1;
        var brief = new ArrayList<>(holders.stream().limit(named).map(this::entry).toList());
        long rest = holders.stream().skip(named).mapToLong(BarPart::told).sum();
        if (rest > 0) {
            brief.add(new LegendEntry(Swatch.OTHERS, strings.text("vram.legend.rest"), formats.memory(rest)));
        }
        bar.stream().filter(part -> part.swatch().equals(Swatch.FREE)).map(this::entry).forEach(brief::add);
        return brief;
    }

    private LegendEntry entry(BarPart part) {
        return new LegendEntry(part.swatch(), part.name(), formats.memory(part.told()));
    }

    private String age(GpuReading reading, boolean failing, Instant now) {
        var loss = reading.lost();
        if (loss != null && loss.since() == null) {
            return strings.text("vram.card.unread");
        }
        if (reading.vram() instanceof Outcome.Unavailable<?>(_, var since)) {
            return strings.text("vram.card.lost", formats.time(since));
        }
        var old = Duration.between(reading.at(), now);
        return failing || old.compareTo(FRESH) > 0
                ? strings.text("vram.card.old", formats.time(reading.at()), formats.span(old))
                : "";
    }

    private List<Fact> facts(GpuReading reading) {
        var doing = reading.activity();
        return Stream.of(fact(doing.temperatureCelsius(), "vram.fact.temperature", String::valueOf), power(reading),
                fact(doing.busyPercent(), "vram.fact.busy", String::valueOf), slowed(doing.slowedBy()))
                .filter(fact -> !fact.text().isEmpty())
                .toList();
    }

    private <T> Fact fact(Outcome<T> outcome, String key, Function<T, String> text) {
        var value = outcome.orNull();
        var why = outcome.why();
        return new Fact(strings.text(key, value == null ? Formats.MISSING : text.apply(value)), why == null ? "" : why);
    }

    private Fact power(GpuReading reading) {
        var limit = reading.activity().powerLimitWatts().orNull();
        return limit == null
                ? fact(reading.activity().powerWatts(), "vram.fact.power", watts -> formats.decimal(watts, 0))
                : fact(reading.activity().powerWatts(), "vram.fact.power",
                        watts -> strings.text("vram.fact.power.of", formats.decimal(watts, 0),
                                formats.decimal(limit, 0)));
    }

    private Fact slowed(Outcome<Set<SlowReason>> reasons) {
        var value = reasons.orNull();
        if (value != null && value.isEmpty()) {
            return new Fact("", "");
        }
        return fact(reasons, "vram.fact.slowed", set -> set.stream()
                .sorted()
                .map(SlowReason::words)
                .collect(Collectors.joining(strings.text("list.separator"))));
    }

    private String alert(GpuReading reading, VramReading vram, long threshold, GpuBoard board,
            Outlook outlook) {
        var free = formats.memory(vram.freeBytes(), threshold);
        var least = formats.memory(threshold, vram.freeBytes());
        var since = board.lockouts()
                .stream()
                .filter(episode -> episode.gpu().equals(reading.gpu().id()))
                .findFirst()
                .map(episode -> strings.text("vram.locked.since", free, least, formats.time(episode.began())));
        if (vram.freeBytes() < threshold) {
            return since.orElseGet(() -> strings.text("vram.locked", free, least));
        }
        return outlook.forecast().map(this::forecast).orElse("");
    }

    /// Why there is no forecast.
    private Fact unforeseen(Outlook outlook) {
        if (outlook.missing().isZero()) {
            return new Fact(strings.text("vram.outlook.none"), strings.text("vram.outlook.none.why"));
        }
        var minutes = formats.count(outlook.missing().plusSeconds(59).toMinutes());
        return new Fact(strings.text("vram.outlook.wait", minutes), strings.text("vram.outlook.wait.why", minutes));
    }

    private static List<Fact> with(List<Fact> facts, Fact last) {
        return Stream.concat(facts.stream(), Stream.of(last)).toList();
    }

    private String forecast(LockoutForecast forecast) {
        boolean hours = forecast.latest().compareTo(IN_HOURS) >= 0;
        Function<Duration, String> number = hours
                ? time -> formats.decimal(time.toSeconds() / 3600.0, 1)
                : time -> formats.count(Math.max(1, Math.round(time.toSeconds() / 60.0)));
        var unit = strings.text(hours ? "vram.forecast.hours" : "vram.forecast.minutes");
        var from = number.apply(forecast.earliest());
        var to = number.apply(forecast.latest());
        return strings.text("vram.forecast",
                formats.decimal(forecast.mibPerMinute(), forecast.mibPerMinute() < 10 ? 1 : 0),
                number.apply(forecast.expected()) + " " + unit,
                from.equals(to) ? "" : strings.text("vram.forecast.range", from, to, unit));
    }

    private List<String> notes(VramReading vram, List<BarPart> bar) {
        var notes = new ArrayList<String>();
        switch (vram.source()) {
            case V1 -> notes.add(strings.text("vram.note.v1"));
            case MIG -> notes.add(strings.text("vram.note.mig"));
            case UNIFIED -> notes.add(strings.text("vram.note.unified"));
            case V2 -> {
            }
        }
        Optional.ofNullable(MemoryParts.excess(bar))
                .ifPresent(excess -> notes.add(strings.text("vram.note.excess", formats.memory(excess))));
        return notes;
    }

    private String spoken(String title, String memory, List<Fact> facts, String alert, String age,
            List<String> notes) {
        return Stream.of(Stream.of(title, memory), facts.stream().map(Fact::words), Stream.of(alert, age),
                notes.stream())
                .flatMap(words -> words)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(strings.text("list.separator")));
    }
}
