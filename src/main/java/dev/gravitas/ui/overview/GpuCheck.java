package dev.gravitas.ui.overview;

import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.vram.GpuCardScreen;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whether every GPU is read and has memory left.
record GpuCheck(Moments moments, Strings strings) {
    /// So many are told one by one.
    private static final int FEW = 2;

    /// What may be wrong with a GPU.
    ///
    /// @param one and many are keys of texts
    private record Kind(Level level, String one, String many, Function<GpuCardScreen, String> more) {}

    void look(GpuStatus status, List<GpuCardScreen> cards, Instant now, Findings findings) {
        var fault = status.fault();
        if (fault != null) {
            fault(fault, status, now, findings);
            return;
        }
        var locked = only(cards, GpuCardScreen::locked);
        var old = only(cards, GpuCardScreen::old);
        var leaking = only(cards, card -> !card.old() && !card.locked() && !card.alert().isEmpty());
        var untold = only(cards, card -> !card.old() && card.parts().isEmpty());
        tell(locked, new Kind(Level.DANGER, "overview.worry.locked", "overview.worry.locked.many",
                GpuCardScreen::alert), findings);
        tell(old, new Kind(Level.DANGER, "overview.worry.old", "overview.worry.old.many", GpuCardScreen::age),
                findings);
        tell(leaking, new Kind(Level.WARNING, "overview.worry.leaking", "overview.worry.leaking.many",
                GpuCardScreen::alert), findings);
        untold.forEach(card -> findings.unchecked(
                strings.text("overview.check.untold", card.title(), String.join(" ", card.notes()))));
        if (locked.size() + old.size() + leaking.size() + untold.size() < cards.size() || cards.isEmpty()) {
            findings.well(strings.text("overview.check.gpus"));
        }
    }

    private void fault(GpuFault fault, GpuStatus status, Instant now, Findings findings) {
        switch (fault) {
            // A machine without such a GPU is a normal machine.
            case NO_DRIVER, NO_GPU -> findings.well(strings.text("overview.check.no.gpus"));
            case STARTING, ASLEEP, RELEASED ->
                findings.unchecked(strings.text("overview.check.untold", strings.text("overview.check.gpus"),
                        fault.what()));
            case LIBRARY, MISMATCH, PERMISSION, FAILED ->
                findings.worry(new Concern(Level.WARNING, fault.what(), more(fault, status, now), Lead.VRAM));
            case LOST, HUNG ->
                findings.worry(new Concern(Level.DANGER, fault.what(), more(fault, status, now), Lead.VRAM));
        }
    }

    private String more(GpuFault fault, GpuStatus status, Instant now) {
        var since = status.since();
        return since == null ? fault.advice() : moments.since(since, now) + " " + fault.advice();
    }

    private static List<GpuCardScreen> only(List<GpuCardScreen> cards, Predicate<GpuCardScreen> which) {
        return cards.stream().filter(which).toList();
    }

    private void tell(List<GpuCardScreen> cards, Kind kind, Findings findings) {
        if (cards.size() > FEW) {
            var all = cards.stream()
                    .map(GpuCardScreen::title)
                    .collect(Collectors.joining(strings.text("list.separator")));
            findings.worry(new Concern(kind.level(), strings.text(kind.many(), cards.size()), all, Lead.VRAM));
        } else {
            cards.forEach(card -> findings.worry(new Concern(kind.level(), strings.text(kind.one(), card.title()),
                    kind.more().apply(card), Lead.VRAM)));
        }
    }
}
