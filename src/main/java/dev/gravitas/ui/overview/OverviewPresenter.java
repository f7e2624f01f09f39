package dev.gravitas.ui.overview;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.ModelTrend;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.overview.StatusWatch.Watched;
import dev.gravitas.ui.trends.TrendsPresenter;
import dev.gravitas.ui.vram.VramPresenter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Turns what is known now, and what is stored, into what is written and drawn on screen. Thread-safe.
public final class OverviewPresenter {
    private final ModelColours colours;
    private final VramPresenter gpus;
    private final TrendsPresenter trends;
    private final KeyFigures keys;
    private final RankingWords ranking;
    private final Facts facts;
    private final RecordingCheck recording;
    private final GpuCheck gpuCheck;
    private final StoreCheck store;
    private final HealthWords words;
    private final ExplanationWords explanations;
    private final Strings strings;

    /// @param colours of models, the same in every view
    /// @param gpus puts GPUs into words
    /// @param thresholds those that count now; never waits
    public OverviewPresenter(ModelColours colours, VramPresenter gpus, Supplier<FootprintThresholds> thresholds,
            Formats formats, Strings strings) {
        var moments = new Moments(formats, strings);
        this.colours = colours;
        this.gpus = gpus;
        this.trends = new TrendsPresenter(colours, formats, strings);
        this.keys = new KeyFigures(thresholds, formats, strings);
        this.ranking = new RankingWords(colours, formats, strings);
        this.facts = new Facts(moments, formats, strings);
        this.recording = new RecordingCheck(moments, formats, strings);
        this.gpuCheck = new GpuCheck(moments, strings);
        this.store = new StoreCheck(thresholds, moments, formats, strings);
        this.words = new HealthWords(moments, strings);
        this.explanations = new ExplanationWords(formats, strings);
        this.strings = strings;
    }

    /// Writes what the store has. The ranked models get their colours, before any that only a process on a GPU names.
    ///
    /// @param query by which the ranking of the day was read
    Written write(Stored stored, EfficiencyQuery query) {
        colours.seen(stored.days().trends().stream().map(ModelTrend::component).toList());
        colours.seen(RankingWords.names(stored.day()));
        return new Written(stored, keys.of(stored), ranking.of(stored),
                trends.present(stored.days(), Optional.empty()), new OverviewExplained(stored, query, explanations));
    }

    /// There is no ranking to wait for.
    void rankNothing() {
        colours.seen(List.of());
    }

    /// @param known what the store had last, empty while that is on its way
    /// @param trouble why the store does not answer
    OverviewScreen present(Watched watched, GpuBoard board, Optional<Written> known, Optional<Notice> trouble,
            Instant now) {
        var status = board.status();
        var cards = gpus.cards(status, board, now);
        var stored = known.map(Written::stored);
        var findings = new Findings();
        recording.look(watched, now, findings);
        store.look(stored, trouble, watched.status().database(), now, findings);
        gpuCheck.look(status, cards, now, findings);
        boolean measured = stored.map(read -> read.rows().total() > 0).orElse(true);
        var missing = strings.text(trouble.isPresent() ? "overview.missing" : "state.loading");
        var told = facts.of(watched.status(), stored, now);
        return new OverviewScreen(words.of(findings, measured, now),
                known.map(Written::keys).orElseGet(() -> keys.none(missing)),
                known.map(Written::ranking).orElseGet(() -> DayRanking.none(missing, false)), cards, note(status),
                known.map(written -> written.days().efficiency()).filter(OverviewPresenter::isDrawn),
                known.map(this::chartNote).orElse(missing), !measured, told,
                stored.map(read -> RankingWords.names(read.day())).orElse(List.of()),
                new OverviewScreen.Explained(known, gpus.explained(status, board, now),
                        new FactsExplained(told, now, explanations)));
    }

    private String chartNote(Written written) {
        var days = written.days();
        if (!isDrawn(days.efficiency())) {
            return strings.text("overview.days.none");
        }
        var drawn = strings.text("overview.days.unit", days.listNote());
        return days.efficiency().levels().isEmpty() ? drawn : strings.text("overview.days.level", drawn);
    }

    private static boolean isDrawn(TimePicture picture) {
        return !picture.lines().isEmpty();
    }

    private String note(GpuStatus status) {
        var fault = status.fault();
        if (fault == null) {
            return status.gpus().isEmpty() ? strings.text("overview.gpu.none") : "";
        }
        return status.gpus().isEmpty() ? fault.what() + " " + fault.advice() : fault.what();
    }
}
