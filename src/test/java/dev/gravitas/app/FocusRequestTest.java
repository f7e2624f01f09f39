package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class FocusRequestTest {
    @TempDir
    Path folder;

    @Test
    void bringsTheOpenWindowToTheFront() throws Exception {
        var focused = new AtomicInteger();
        try (var lifecycle = new Lifecycle(Threads.named("test"))) {
            new FocusRequest(folder).answer(Threads.timer("focus", lifecycle), focused::incrementAndGet);
            assertThat(new FocusRequest(folder).ask(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(focused).hasValue(1);
    }

    @Test
    void saysSoWhenTheWindowDoesNotAnswer() throws Exception {
        assertThat(new FocusRequest(folder).ask(Duration.ofMillis(50))).isFalse();
        assertThat(Files.list(folder)).isEmpty();
    }
}
