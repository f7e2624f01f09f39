package dev.gravitas.ui.vram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramRecord;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.ModelColours.Look;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.filter.WindowChoice.Rolling;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

class StoredVramTest {
    private static final Instant NOW = SampleQueries.NOW;

    private final List<Duration> asked = new ArrayList<>();
    private final ModelColours colours = new ModelColours();
    private final SampleQueries queries = new SampleQueries().vram(this::answer);
    private final StoredVram stored = new StoredVram(queries, colours);

    private VramRecord answer(TimeWindow window) {
        asked.add(Duration.between(window.from(), window.to()).truncatedTo(ChronoUnit.MINUTES));
        return new VramRecord(window, List.of(), List.of(), List.of());
    }

    @Test
    void asksForTheWindowAndForSevenDaysOfLockouts() throws StoreException {
        stored.read(Rolling.HOUR, NOW);
        assertThat(asked).containsExactly(Duration.ofHours(1), Duration.ofDays(7));
    }

    @Test
    void givesColoursToRankedModelsBeforeThoseThatOnlyAProcessNames() throws StoreException {
        assertThat(colours.ofProcess("held")).isEqualTo(Look.NONE);
        stored.read(Rolling.HOUR, NOW);
        assertThat(colours.ofProcess("held").slot()).isEqualTo(13);
        assertThat(colours.of("fireworks/llama-2-7b-chat").slot()).isZero();
    }

    @Test
    void givesColoursToHeldModelsWhereNoRankingCanBeRead() {
        queries.failing(new StoreException(StoreException.Kind.UNAVAILABLE, "away"));
        assertThatThrownBy(() -> stored.read(Rolling.HOUR, NOW)).isInstanceOf(StoreException.class);
        assertThat(colours.ofProcess("held").slot()).isZero();
    }

    @Test
    void asksForALongWindowOnce() throws StoreException {
        var known = stored.read(Rolling.SIXTY_DAYS, NOW);
        assertThat(asked).containsExactly(Duration.ofDays(60));
        assertThat(known.lockouts()).isEqualTo(known.chart());
    }

    @Test
    void tellsTheLockoutsOfASpanThatStaysWhereItIs() throws StoreException {
        var known = stored.read(new WindowChoice.Range(NOW.minusSeconds(90_000), NOW.minusSeconds(86_400)), NOW);
        assertThat(asked).containsExactly(Duration.ofHours(1));
        assertThat(known.lockouts()).isEqualTo(known.chart());
    }

    @Test
    void asksAnewForShortWindowsWithEachBeatAndForLongOnesRarely() throws StoreException {
        for (int second = 0; second <= 14; second += 2) {
            stored.read(Rolling.DAY, NOW.plusSeconds(second));
        }
        assertThat(asked).filteredOn(Duration.ofDays(1)::equals).hasSize(8);
        assertThat(asked).filteredOn(Duration.ofDays(7)::equals).hasSize(1);
        stored.read(Rolling.DAY, NOW.plusSeconds(16));
        assertThat(asked).filteredOn(Duration.ofDays(7)::equals).hasSize(2);
    }

    @Test
    void noticesAStoreThatDoesNotAnswerAlsoWhileItAsksForNothing() throws StoreException {
        stored.read(Rolling.SIXTY_DAYS, NOW);
        queries.failing(new StoreException(StoreException.Kind.UNAVAILABLE, "away"));
        assertThatThrownBy(() -> stored.read(Rolling.SIXTY_DAYS, NOW.plusSeconds(2))).hasMessage("away");
    }

    @Test
    void asksAtOnceForAnotherChoice() throws StoreException {
        stored.read(Rolling.WEEK, NOW);
        stored.read(Rolling.SIXTY_DAYS, NOW.plusSeconds(1));
        assertThat(asked).containsExactly(Duration.ofDays(7), Duration.ofDays(60));
    }
}
