package dev.gravitas.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class BarScaleTest {
    @Test
    void theSlowestFillsItsColumnWhereItIsNotFarSlower() {
        var scale = BarScale.of(List.of(10.0, 20.0, 30.0));
        assertThat(scale.fraction(30)).isEqualTo(1);
        assertThat(scale.isBeyond(30)).isFalse();
    }

    @Test
    void aFarSlowerOneIsCutAndLeavesTheOthersTheirLengths() {
        var scale = BarScale.of(List.of(10.0, 20.0, 24.0, 900.0));
        assertThat(scale.isBeyond(900)).isTrue();
        assertThat(scale.fraction(10)).isEqualTo(10.0 / 60);
        assertThat(scale.fraction(24)).isEqualTo(0.4);
    }

    @Test
    void holdsForNoModelAndForOnesThatTakeNoTime() {
        assertThat(BarScale.of(List.of()).fraction(0)).isZero();
        assertThat(BarScale.of(List.of(0.0, 0.0)).fraction(0)).isZero();
    }
}
