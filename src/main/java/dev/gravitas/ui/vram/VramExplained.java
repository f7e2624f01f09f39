package dev.gravitas.ui.vram;

import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramReading;
import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.explain.Scope;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/// How the figures of the GPUs were measured. Thread-safe.
///
/// @param status as it is shown
/// @param threshold of a lockout by the total of a GPU, bytes; never waits
/// @param chart what is stored of the chosen window
/// @param recent the lockouts that are listed, in their order
/// @param now when all of it was asked for
public record VramExplained(GpuStatus status, LongUnaryOperator threshold, TimeWindow window, VramRecord chart,
        List<VramRecord.Lockout> recent, Instant now, ExplanationWords words) {
    public VramExplained {
        recent = List.copyOf(recent);
    }

    /// All that a GPU's card tells.
    public List<Explanation> card(int index, GpuCardScreen card) {
        var reading = status.gpus().get(index);
        var scope = scope(reading);
        return Stream.of(memory(scope, reading, card), facts(scope, card)).flatMap(List::stream).toList();
    }

    private List<Explanation> memory(Scope scope, GpuReading reading, GpuCardScreen card) {
        var vram = reading.vram().orNull();
        if (vram == null) {
            return List.of();
        }
        var one = words.text("explain.count.reading");
        return List.of(
                scope.of(subject("explain.vram.used", card),
                        card.used() + " " + card.total() + ", " + card.percent(), words.text(used(vram)), one),
                scope.of(subject("explain.vram.free", card), card.free(), words.text("explain.formula.free"), one),
                scope.of(subject("explain.vram.parts", card), parts(card), words.text("explain.formula.parts"),
                        words.text("explain.count.processes", words.formats().count(holders(reading)))),
                scope.of(subject("explain.vram.threshold", card),
                        words.formats().memory(threshold.applyAsLong(vram.totalBytes())),
                        words.text("explain.formula.threshold"), one));
    }

    private List<Explanation> facts(Scope scope, GpuCardScreen card) {
        var told = Stream.concat(card.facts().stream().map(Fact::text), Stream.of(card.alert()))
                .filter(text -> !text.isEmpty())
                .toList();
        return told.isEmpty()
                ? List.of()
                : List.of(scope.of(subject("explain.vram.facts", card),
                        String.join(words.text("list.separator"), told), words.text("explain.formula.facts"),
                        words.text("explain.count.reading")));
    }

    private static String used(VramReading vram) {
        return switch (vram.source()) {
            case V2 -> "explain.formula.used";
            case V1 -> "explain.formula.used.reserved";
            case MIG -> "explain.formula.used.part";
            case UNIFIED -> "explain.formula.used.unified";
        };
    }

    private String parts(GpuCardScreen card) {
        return String.join(words.text("list.separator"), card.parts()
                .stream()
                .map(part -> words.text("vram.part.words", part.name(), words.formats().memory(part.told())))
                .toList());
    }

    private String subject(String titleKey, GpuCardScreen card) {
        return words.text("explain.subject", words.text(titleKey), card.title());
    }

    private static int holders(GpuReading reading) {
        var holders = reading.holders().orNull();
        return holders == null ? 0 : holders.size();
    }

    /// One for each column with figures, in [VramController]'s order.
    List<Explanation> holder(HolderRow row) {
        var newest = status.gpus().stream().max(Comparator.comparing(GpuReading::at)).orElseThrow();
        var scope = scope(newest).filtered(words.text("explain.filter.process", row.gpu().name(), row.pid()));
        var one = words.text("explain.count.reading");
        return List.of(
                scope.of(holder("vram.column.vram", row), row.vram(), words.text("explain.formula.held"), one),
                scope.of(holder("vram.column.share", row), row.share(), words.text("explain.formula.held.share"), one),
                scope.of(holder("vram.column.pid", row), row.pid(), words.text("explain.formula.pid"), one));
    }

    private String holder(String titleKey, HolderRow row) {
        return words.text("explain.subject", words.text(titleKey), row.program().name());
    }

    List<Explanation> history() {
        long rows = chart.lines()
                .stream()
                .flatMap(line -> line.slices().stream())
                .mapToLong(VramRecord.Slice::rows)
                .sum();
        return List.of(words.stored(window, null, null, null, now)
                .of(words.text("vram.history.title"), "", words.text("explain.formula.history"),
                        words.text("explain.count.history", words.formats().count(rows),
                                words.formats().count(chart.lines().size()))));
    }

    List<Explanation> lockout(int index, LockoutRow row) {
        var lockout = recent.get(index);
        var limit = lockout.thresholdMib();
        return List.of(new Scope(words.text("explain.source.lockout"), row.detail(), "", words.readStored(now))
                .of(words.text("explain.subject", words.text("vram.lockouts.title"), row.when()), row.extent(),
                        words.text("explain.formula.lockout"),
                        limit == null
                                ? ""
                                : words.text("explain.count.lockout",
                                        words.formats().memory(Math.round(limit * VramReading.MIB)))));
    }

    List<Explanation> software(String shown) {
        return List.of(new Scope(source(), words.text("explain.filter.machine"), "", "")
                .of(words.text("explain.software"), shown, words.text("explain.formula.software"),
                        words.text("explain.count.reading")));
    }

    private Scope scope(GpuReading reading) {
        return new Scope(source(), words.text("explain.filter.gpu", reading.gpu().id()), "",
                words.text("explain.read.gpu", words.formats().full(reading.at())));
    }

    private String source() {
        var versions = status.versions();
        return versions == null
                ? words.text("explain.source.gpu")
                : words.text("explain.source.gpu.driver", versions.driver());
    }
}
