package dev.gravitas.ui.overview;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.efficiency.RankingExplained;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.explain.Scope;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/// How the figures of the overview that the store has were measured. Thread-safe.
///
/// @param query by which the ranking of the day was read
record OverviewExplained(Stored stored, EfficiencyQuery query, ExplanationWords words) {

    List<Explanation> efficiency(KeyCard card) {
        return day().overall(words.text("overview.key.efficiency"), ExplanationWords.value(card.figure()))
                .stream()
                .flatMap(score -> List.of(score, day().p95(card.figure().detail()),
                        byDay("explain.formula.overall.daily", card)).stream())
                .toList();
    }

    List<Explanation> requests(KeyCard card) {
        return List.of(day().requests(words.text("overview.key.requests"), card.figure().value()),
                day().notRanked(words.formats().count(stored.day().notRanked())),
                byDay("explain.formula.requests.daily", card));
    }

    List<Explanation> loads(KeyCard card) {
        var loads = new DailyFigures(stored.days()).lastLoads();
        var last = stored.days().lastDay();
        var window = new TimeWindow(last.minusDays(DailyFigures.WEEK - 1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        var read = stored.days().generatedAt();
        return List.of(words.stored(window.until(read), null, null, null, read)
                .of(words.text("overview.key.loads"), ExplanationWords.value(card.figure()),
                        words.text("explain.formula.loads.mean"),
                        words.text("explain.count.loads", sum(loads.stream().mapToLong(LoadLatency::loads).sum()),
                                sum(loads.stream().mapToLong(LoadLatency::timed).sum()),
                                sum(loads.stream().mapToLong(LoadLatency::failed).sum()))),
                byDay("explain.formula.loads.mean.daily", card));
    }

    List<Explanation> rows(KeyCard card) {
        var table = new Scope(words.text("explain.source.catalogue"), stored.footprint().telemetry().name(), "",
                words.readStored(stored.footprint().measuredAt()));
        var count = words.text("explain.count.rows", sum(stored.rows().total()));
        return List.of(table.of(words.text("overview.key.rows"), card.figure().value(),
                words.text("explain.formula.rows"), count),
                table.of(words.text("footprint.size.title"), card.figure().detail(),
                        words.text("explain.formula.table.bytes"), count));
    }

    /// Of a row of the ranking.
    List<Explanation> rank(int index, RankRow row) {
        return day().rank(index, row.msPerToken(), row.rank(), row.p95(), row.requests());
    }

    private RankingExplained day() {
        return new RankingExplained(stored.day(), query, words);
    }

    /// The small line of a card.
    private Explanation byDay(String formulaKey, KeyCard card) {
        var days = stored.days();
        var window = new TimeWindow(days.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant(),
                days.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return words.stored(window.until(days.generatedAt()), null, null, days.definition(), days.generatedAt())
                .of(words.text("explain.byday"), "", words.text(formulaKey), words.text("explain.count.days",
                        sum(card.trend().stream().filter(Objects::nonNull).count())));
    }

    private String sum(long value) {
        return words.formats().count(value);
    }
}
