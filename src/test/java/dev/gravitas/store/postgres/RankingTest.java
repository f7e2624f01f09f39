package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.EfficiencyRanking.LeftOut;
import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.Quantiles;
import dev.gravitas.model.TimeWindow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class RankingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final EfficiencyQuery DAY = EfficiencyQuery.of(TimeWindow.last(Duration.ofDays(1), NOW));

    @Test
    void ranksByEfficiencyAndBreaksTiesByName() {
        var ranking = rank(group("slow", Definition.E2E, 1, 0, 90, 10), group("b", Definition.E2E, 1, 0, 20, 10),
                group("a", Definition.E2E, 2, 0, 40, 20));

        assertThat(ranking.models()).extracting(ModelEfficiency::component).containsExactly("a", "b", "slow");
        assertThat(ranking.models()).extracting(ModelEfficiency::rank).containsExactly(1, 2, 3);
        assertThat(ranking.efficiencyScore()).isEqualTo(150.0 / 40);
        assertThat(ranking.requests()).isEqualTo(4);
        assertThat(ranking.tokensGenerated()).isEqualTo(40);
    }

    @Test
    void ranksByTheDefinitionWithMostTokensAndListsWhatIsLeftOut() {
        var ranking = rank(group("a", Definition.E2E, 1, 0, 10, 10), group("a", Definition.INFERENCE, 3, 0, 10, 30),
                group("b", Definition.DECODE, 9, 0, 90, 15));

        assertThat(ranking.definition()).isEqualTo(Definition.INFERENCE);
        assertThat(ranking.leftOut()).containsExactly(new LeftOut(Definition.DECODE, 9, 15),
                new LeftOut(Definition.E2E, 1, 10));
        assertThat(ranking.models().getFirst().leftOut()).isEqualTo(1);
        assertThat(ranking.requests()).isEqualTo(3);
    }

    @Test
    void ranksByTheWishedDefinition() {
        var groups = List.of(group("a", Definition.E2E, 1, 0, 10, 10), group("a", Definition.INFERENCE, 3, 0, 60, 30));
        var ranking = Ranking.of(EfficiencyQuery.of(DAY.window()).by(Definition.E2E), groups, NOW);

        assertThat(ranking.definition()).isEqualTo(Definition.E2E);
        assertThat(ranking.models().getFirst().efficiencyScore()).isEqualTo(1.0);
    }

    @Test
    void showsAModelOfAnotherDefinitionByItsOwnFiguresWithoutARank() {
        var ranking = rank(group("a", Definition.INFERENCE, 3, 0, 30, 30), group("z", Definition.E2E, 2, 0, 4, 8),
                group("z", Definition.DECODE, 1, 0, 1, 4), group("m", Definition.FOREIGN, 1, 0, 1, 1));

        assertThat(ranking.models()).extracting(ModelEfficiency::component).containsExactly("a", "m", "z");
        ModelEfficiency other = ranking.models().get(2);
        assertThat(other.rank()).isNull();
        assertThat(other.definition()).isEqualTo(Definition.E2E);
        assertThat(other.efficiencyScore()).isEqualTo(0.5);
        assertThat(other.requests()).isEqualTo(2);
        assertThat(other.leftOut()).isEqualTo(1);
    }

    @Test
    void countsFailedRowsWithoutAveragingThemIn() {
        var ranking = rank(group("a", Definition.E2E, 1, 2, 10, 10), group("a", Definition.FOREIGN, 0, 3, 0, 0),
                group("broken", Definition.E2E, 0, 4, 0, 0));

        assertThat(ranking.notRanked()).isEqualTo(9);
        assertThat(ranking.models().getFirst().notRanked()).isEqualTo(5);
        ModelEfficiency broken = ranking.models().getLast();
        assertThat(broken.rank()).isNull();
        assertThat(broken.definition()).isNull();
        assertThat(broken.efficiencyScore()).isNull();
        assertThat(broken.quantiles()).isNull();
        assertThat(broken.notRanked()).isEqualTo(4);
    }

    @Test
    void hasNoScoreWhereNothingCanBeRanked() {
        var ranking = rank();

        assertThat(ranking.definition()).isNull();
        assertThat(ranking.efficiencyScore()).isNull();
        assertThat(ranking.models()).isEmpty();
    }

    @Test
    void seesAModelFromTheFirstToTheLastOfAllItsRows() {
        Instant early = NOW.minusSeconds(500);
        var failed = new EfficiencyGroup("a", Definition.FOREIGN, 0, 1, 0, 0, null, null, early, early);
        var ranking = rank(group("a", Definition.E2E, 1, 0, 10, 10), failed);

        assertThat(ranking.models().getFirst().firstSeen()).isEqualTo(early);
        assertThat(ranking.models().getFirst().lastSeen()).isEqualTo(NOW);
    }

    private static EfficiencyRanking rank(EfficiencyGroup... groups) {
        return Ranking.of(DAY, List.of(groups), NOW);
    }

    private static EfficiencyGroup group(String component, Definition definition, long requests, long notRanked,
            double ms, double tokens) {
        @Nullable
        Quantiles quantiles = requests == 0 ? null : new Quantiles(1, 2, 3);
        return new EfficiencyGroup(component, definition, requests, notRanked, ms, tokens, quantiles, null,
                NOW.minusSeconds(60), NOW);
    }
}
