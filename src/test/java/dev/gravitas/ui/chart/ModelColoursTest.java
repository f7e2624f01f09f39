package dev.gravitas.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ModelColoursTest {
    private final List<List<String>> kept = new ArrayList<>();

    @Test
    void givesAModelTheLookItHadBefore() {
        var first = new ModelColours(List.of(), kept::add);
        first.seen(List.of("a", "b"));
        var late = first.of("c");
        assertThat(kept).containsExactly(List.of("a", "b"), List.of("a", "b", "c"));
        var next = new ModelColours(kept.getLast(), kept::add);
        next.seen(List.of("c", "b", "a"));
        assertThat(next.of("c")).isEqualTo(late);
        assertThat(kept).as("nothing new").hasSize(2);
    }
}
