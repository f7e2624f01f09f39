package dev.gravitas.ui.chart.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndPlacesTest {
    @Test
    void leavesTextsWhereTheyAreWantedWhereNoneIsInTheWay() {
        assertThat(EndPlaces.spread(new double[]{80, 10, 40}, 16, 0, 100)).containsExactly(80, 10, 40);
    }

    @Test
    void makesRoomWithoutLeavingTheChartOrChangingTheOrder() {
        assertThat(EndPlaces.spread(new double[]{90, 88, 84, 10}, 16, 0, 100)).containsExactly(84, 68, 52, 10);
        assertThat(EndPlaces.spread(new double[]{0, 0, 0}, 16, 0, 100)).containsExactly(0, 16, 32);
    }

    @Test
    void knowsHowManyFit() {
        assertThat(EndPlaces.most(16, 0, 100)).isEqualTo(6);
    }
}
