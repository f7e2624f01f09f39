package dev.gravitas.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

class FxBridgeTest {
    private final Deque<Runnable> toolkit = new ArrayDeque<>();
    private final FxBridge bridge = new FxBridge(toolkit::add);

    @Test
    void handsOverOnlyTheNewestOfAFlood() {
        List<Integer> seen = new ArrayList<>();
        var sink = bridge.<Integer>newest(seen::add);
        for (int i = 1; i <= 1_000; i++) {
            sink.accept(i);
        }
        assertThat(toolkit).hasSize(1);
        toolkit.remove().run();
        assertThat(seen).containsExactly(1_000);
        sink.accept(7);
        toolkit.remove().run();
        assertThat(seen).containsExactly(1_000, 7);
    }
}
