package dev.gravitas.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.ModelEfficiency;
import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleQueries;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

class CompareReadingTest {
    private static final TimeWindow DAY = new TimeWindow(SampleQueries.NOW.minus(Duration.ofDays(1)),
            SampleQueries.NOW);

    private final SampleQueries queries = new SampleQueries();
    private final CompareReading reading = new CompareReading(queries);

    private Compared read(CompareChoice choice) throws StoreException {
        return reading.read(choice, DAY, SampleQueries.NOW).orElseThrow();
    }

    private static long requests(Side side) {
        return Objects.requireNonNull(side.figures()).requests();
    }

    @Test
    void picksTheTwoBestWhereNobodyChose() throws StoreException {
        var compared = read(new CompareChoice.Models(Optional.empty(), Optional.empty()));
        assertThat(compared.first().model()).isEqualTo("fireworks/llama-2-7b-chat");
        assertThat(compared.second().model()).isEqualTo("together/llama-2-7b-chat");
        assertThat(compared.width()).isEqualTo(SliceWidth.HOUR);
        assertThat(compared.first().slices()).hasSize(24);
    }

    @Test
    void comparesWhatWasChosenAndPicksNoModelTwice() throws StoreException {
        var compared = read(new CompareChoice.Models(Optional.empty(), Optional.of("fireworks/llama-2-7b-chat")));
        assertThat(compared.first().model()).isEqualTo("together/llama-2-7b-chat");
        assertThat(compared.second().model()).isEqualTo("fireworks/llama-2-7b-chat");
        assertThat(requests(compared.second())).isEqualTo(1_204);
    }

    @Test
    void readsOneModelOverTwoTimes() throws StoreException {
        var compared = read(new CompareChoice.Periods(Optional.of("anyscale/llama-2-13b-chat"), Against.WEEK,
                Optional.empty()));
        var week = Duration.ofDays(7);
        assertThat(compared.second().window()).isEqualTo(DAY);
        assertThat(compared.first().window())
                .isEqualTo(new TimeWindow(DAY.from().minus(week), DAY.to().minus(week)));
        assertThat(queries.lastWindow()).isEqualTo(compared.first().window());
        assertThat(compared.periods()).isTrue();
        assertThat(compared.first().figures()).extracting(ModelEfficiency::component)
                .isEqualTo("anyscale/llama-2-13b-chat");
    }

    @Test
    void hasNothingToCompareInAnEmptyDatabase() throws StoreException {
        queries.models(0);
        assertThat(reading.read(new CompareChoice.Models(Optional.empty(), Optional.empty()), DAY, SampleQueries.NOW))
                .isEmpty();
        assertThat(reading.read(new CompareChoice.Periods(Optional.empty(), Against.DAY, Optional.empty()), DAY,
                SampleQueries.NOW)).isEmpty();
    }
}
