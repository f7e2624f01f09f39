package dev.gravitas.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.report.RunningEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

class EndpointFileTest {
    // Beyond the highest number that any system gives to a process.
    private static final long NO_PROCESS = 1L << 40;

    @TempDir
    private Path folder;

    private EndpointFile file;

    @BeforeEach
    void placeTheFile() {
        file = new EndpointFile(folder);
    }

    @Test
    void findsWhatALivingProcessPublished() throws IOException {
        assertThat(file.find()).isEmpty();
        file.publish(ours(Instant.now()));
        assertThat(file.find()).isPresent();
    }

    @Test
    void passesOverADeadProcess() throws IOException {
        file.publish(new RunningEndpoint("http://127.0.0.1:1", NO_PROCESS, Instant.now()));
        assertThat(file.find()).isEmpty();
    }

    @Test
    void passesOverAProcessThatOnlyHasTheSameNumber() throws IOException {
        file.publish(ours(Instant.now().minus(Duration.ofDays(1000))));
        assertThat(file.find()).isEmpty();
    }

    @Test
    void withdrawsItsOwnOnly() throws IOException {
        var ours = ours(Instant.now());
        var theirs = new RunningEndpoint("http://127.0.0.1:2", ours.pid(), ours.startedAt());
        file.publish(theirs);
        file.withdraw(ours);
        assertThat(file.find()).contains(theirs);
        file.withdraw(theirs);
        assertThat(folder.resolve("endpoint.json")).doesNotExist();
        file.withdraw(theirs);
    }

    @Test
    void saysSoWhenTheFileCannotBeRead() throws IOException {
        new OwnerOnlyFile(folder.resolve("endpoint.json")).write("{\"url\":");
        assertThatThrownBy(file::find).isInstanceOf(IOException.class).hasMessageContaining("RunningEndpoint");
    }

    private static RunningEndpoint ours(Instant startedAt) {
        return new RunningEndpoint("http://127.0.0.1:1", ProcessHandle.current().pid(), startedAt);
    }
}
