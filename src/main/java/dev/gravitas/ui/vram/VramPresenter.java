package dev.gravitas.ui.vram;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.GpuFault;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.Palette;
import dev.gravitas.ui.chart.time.LoadMarks;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Turns what the GPUs say now, and what is stored of them, into what is written and drawn on screen. Thread-safe.
public final class VramPresenter {
    private static final Duration WEEK = Duration.ofDays(7);

    private final GpuCards cards;
    private final Holders holders;
    private final HistoryChart history;
    private final Lockouts lockouts;
    private final Formats formats;
    private final Strings strings;
    private final Supplier<String> host;

    /// @param colours of models, the same in every view
    /// @param host under which this machine's rows are stored, empty while that is not known; may block
    public VramPresenter(ModelColours colours, Supplier<String> host, Formats formats, Strings strings) {
        this.host = host;
        this.formats = formats;
        this.strings = strings;
        var gpuColours = new ModelColours(Palette.GPUS);
        this.holders = new Holders(colours, gpuColours, formats, strings);
        this.cards = new GpuCards(new MemoryParts(colours, holders, strings), new Forecasts(), formats, strings);
        this.history = new HistoryChart(gpuColours, formats, strings);
        this.lockouts = new Lockouts(formats, strings);
    }

    /// @param known what the store has of the chosen window, empty while that is on its way
    /// @param trouble why the store does not answer
    VramScreen present(GpuBoard board, WindowChoice choice, Optional<Stored> known, Optional<Notice> trouble,
            Instant now) {
        var status = board.status();
        var window = choice.at(now).until(now);
        var none = new VramRecord(window, List.of(), List.of(), List.of());
        var chart = Lockouts.complete(known.map(Stored::chart).orElse(none), board);
        var recent = Lockouts.complete(known.map(Stored::lockouts).orElse(none), board);
        var names = new GpuNames(status, known.map(Stored::lines).orElse(List.of()), host.get(), strings);
        var picture = history.picture(window, board, status, chart, names, now);
        var rows = lockouts.rows(recent, board, status, names, now);
        boolean weekly = choice instanceof WindowChoice.Rolling
                && Duration.between(window.from(), window.to()).compareTo(WEEK) <= 0;
        return new VramScreen(software(status), status.well() && !status.gpus().isEmpty(),
                status.fault() == GpuFault.RELEASED, fault(status),
                status.gpus().stream().map(reading -> card(reading, names, board, status, now)).toList(), picture,
                historyNote(picture, known, trouble, new LoadMarks(formats, strings).note(chart.loads(), window)),
                holders.rows(status.gpus(), names),
                holders.notes(status, names), rows,
                strings.text(weekly ? "vram.lockouts.week" : "vram.lockouts.window",
                        formats.offset(now, formats.zone().get())),
                rows.isEmpty() ? nothing(known, trouble, !recent.lines().isEmpty()) : "",
                explained(status, board, window, chart, recent, now), empty(status, picture, rows));
    }

    /// How the cards of a status were measured, for who shows no history.
    public VramExplained explained(GpuStatus status, GpuBoard board, Instant now) {
        var window = new TimeWindow(now.minusSeconds(1), now);
        var none = new VramRecord(window, List.of(), List.of(), List.of());
        return explained(status, board, window, none, none, now);
    }

    private VramExplained explained(GpuStatus status, GpuBoard board, TimeWindow window, VramRecord chart,
            VramRecord recent, Instant now) {
        return new VramExplained(status, board::thresholdBytes, window, chart, recent.lockouts(), now,
                new ExplanationWords(formats, strings));
    }

    /// The cards alone, for who shows no history.
    ///
    /// @param status of that board
    public List<GpuCardScreen> cards(GpuStatus status, GpuBoard board, Instant now) {
        var names = new GpuNames(status, List.of(), host.get(), strings);
        return status.gpus().stream().map(reading -> card(reading, names, board, status, now)).toList();
    }

    private GpuCardScreen card(GpuReading reading, GpuNames names, GpuBoard board, GpuStatus status, Instant now) {
        var id = reading.gpu().id();
        return cards.card(reading.heldBy(status.allHolders(reading)), names.of(id), history.swatch(id), board,
                !status.well(), now);
    }

    private String software(GpuStatus status) {
        var versions = status.versions();
        return versions == null
                ? ""
                : strings.text("vram.software", versions.driver(), versions.cuda(),
                        formats.decimal(status.callMillis(), 1));
    }

    private Optional<FaultScreen> fault(GpuStatus status) {
        return Optional.ofNullable(status.fault())
                .map(fault -> new FaultScreen(notice(fault, status), fault.worries()));
    }

    private Notice notice(GpuFault fault, GpuStatus status) {
        var said = status.detail() == null ? "" : status.detail().replace(fault.what(), "").strip();
        var last = status.gpus().stream().allMatch(reading -> reading.lost() != null) || status.since() == null
                ? ""
                : strings.text("vram.fault.last", formats.time(status.since()));
        return new Notice(fault.what(),
                String.join(" ",
                        List.of(said, fault.advice(), last).stream().filter(part -> !part.isEmpty()).toList()));
    }

    private String historyNote(TimePicture picture, Optional<Stored> known, Optional<Notice> trouble, String unmarked) {
        if (trouble.isPresent()) {
            return strings.text("vram.history.trouble", trouble.get().text());
        }
        if (!picture.lines().isEmpty()) {
            return unmarked;
        }
        return strings.text(known.isPresent() ? "vram.history.none" : "state.loading");
    }

    private String nothing(Optional<Stored> known, Optional<Notice> trouble, boolean recorded) {
        if (trouble.isPresent()) {
            return trouble.get().text();
        }
        if (known.isEmpty()) {
            return strings.text("state.loading");
        }
        return strings.text(recorded ? "vram.lockouts.none" : "vram.lockouts.unknown");
    }

    private Optional<Notice> empty(GpuStatus status, TimePicture picture, List<LockoutRow> rows) {
        var fault = status.fault();
        boolean nothing = fault != null && status.gpus().isEmpty() && picture.lines().isEmpty() && rows.isEmpty();
        return nothing && fault != null ? Optional.of(notice(fault, status)) : Optional.empty();
    }
}
