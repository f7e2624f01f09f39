package dev.gravitas.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.maintenance.Finding.Verdict;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class MaintenanceTest {
    private static final Instant NOW = SampleQueries.NOW;

    private final SampleQueries store = new SampleQueries();
    private final TestClock clock = new TestClock(NOW);
    private final Maintenance maintenance = new Maintenance(store, store, () -> FootprintThresholds.DEFAULT, clock);

    private static UpkeepRecord done(Duty duty, Duration ago) {
        return new UpkeepRecord(duty.task(), NOW.minus(ago), new Finding(Verdict.WELL, "Fine.").text());
    }

    @Test
    void keepsWhatADutyFound() throws Exception {
        var found = maintenance.perform(Duty.FOOTPRINT);
        assertThat(found.verdict()).isEqualTo(Verdict.WELL);
        assertThat(found.words()).contains("72,000 of 1,000,000 rows");
        assertThat(Duty.FOOTPRINT.last(store.upkeep())).hasValueSatisfying(
                record -> assertThat(Finding.of(record.detail())).isEqualTo(found));
    }

    @Test
    void saysThatALimitIsPassed() throws Exception {
        store.rows(1_000_001);
        assertThat(maintenance.perform(Duty.FOOTPRINT).verdict()).isEqualTo(Verdict.LOOK);
    }

    @Test
    void namesTheModelsThatBecameSlower() throws Exception {
        assertThat(maintenance.perform(Duty.EFFICIENCY).verdict()).isEqualTo(Verdict.WELL);
        store.slowed(2, 1.5).slowed(3, 1.15).slowed(4, 2);
        var found = maintenance.perform(Duty.EFFICIENCY);
        assertThat(found.verdict()).isEqualTo(Verdict.LOOK);
        assertThat(found.words()).startsWith("13 models compared")
                .containsPattern("slower: together/llama-2-13b-chat by \\d+ %, anyscale/llama-2-13b-chat by \\d+ %\\.");
    }

    @Test
    void saysOfAnEmptyStoreThatNothingWasCompared() throws Exception {
        store.models(0);
        assertThat(maintenance.perform(Duty.EFFICIENCY)).isEqualTo(new Finding(Verdict.UNTOLD,
                "0 models compared: ms/token of their last 7 days against the days before."));
    }

    @ParameterizedTest
    @CsvSource({"1, 59, true", "47, 61, true", "49, 59, false", "1, 63, false"})
    void verifiesThatPruningRanAndThatNothingIsTooOld(int hoursAgo, int oldestDays, boolean well) {
        var oldest = NOW.minus(Duration.ofDays(oldestDays));
        var footprint = new Footprint(List.of(Footprint.Table.counted("system_telemetry", 1, 1, 1)), 1, oldest, NOW,
                NOW);
        var ran = new UpkeepRecord(UpkeepRecord.PRUNE, NOW.minus(Duration.ofHours(hoursAgo)), "Dropped: 1 day.");
        var found = Reviews.pruning(List.of(ran), footprint, NOW);
        assertThat(found.verdict()).isEqualTo(well ? Verdict.WELL : Verdict.LOOK);
        assertThat(found.words()).contains("Dropped: 1 day.").contains(oldestDays + " days ago");
    }

    @Test
    void saysThatPruningNeverRan() {
        var empty = new Footprint(List.of(Footprint.Table.counted("system_telemetry", 0, 1, 1)), 1, null, null, NOW);
        assertThat(Reviews.pruning(List.of(), empty, NOW))
                .isEqualTo(new Finding(Verdict.LOOK, "Pruning never ran. No row is stored."));
    }

    @Test
    void doesOnlyWhatIsDue() throws Exception {
        maintenance.performDue();
        assertThat(store.upkeep()).extracting(UpkeepRecord::task)
                .contains("review_footprint", "review_efficiency", "verify_pruning");
        var due = Duty.EFFICIENCY.due(List.of(done(Duty.EFFICIENCY, Duration.ofDays(2))));
        assertThat(due).contains(NOW.plus(Duration.ofDays(5)));
        store.rows(1_000_001);
        clock.advance(Duration.ofHours(23));
        maintenance.performDue();
        assertThat(Duty.FOOTPRINT.last(store.upkeep())).get()
                .extracting(UpkeepRecord::detail)
                .asString()
                .startsWith("All well.");
        clock.advance(Duration.ofHours(1));
        maintenance.performDue();
        assertThat(Duty.FOOTPRINT.last(store.upkeep())).get()
                .extracting(UpkeepRecord::detail)
                .asString()
                .startsWith("Needs a look.");
    }

    @Test
    void triesAgainWhatFailed() throws Exception {
        store.failing(new StoreException(StoreException.Kind.UNAVAILABLE, "away"));
        maintenance.performDue();
        assertThatThrownBy(() -> maintenance.perform(Duty.PRUNING)).hasMessage("away");
        store.failing(null);
        assertThat(store.upkeep()).isEmpty();
        maintenance.performDue();
        assertThat(store.upkeep()).hasSize(3);
    }
}
