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
import java.time.Instant;

class EndpointFileTest {
    private static final long PID = 4711;

    @TempDir
    private Path folder;

    private EndpointFile file;

    @BeforeEach
    void placeTheFile() {
        file = new EndpointFile(folder);
    }

    @Test
    void findsWhatAProcessPublished() throws IOException {
        assertThat(file.of(PID)).isEmpty();
        file.publish(ours(Instant.now()));
        assertThat(file.of(PID)).isPresent();
    }

    @Test
    void passesOverWhatAnotherProcessLeftBehind() throws IOException {
        file.publish(ours(Instant.now()));
        assertThat(file.of(PID + 1)).isEmpty();
    }

    @Test
    void withdrawsItsOwnOnly() throws IOException {
        var ours = ours(Instant.now());
        var theirs = new RunningEndpoint("http://127.0.0.1:2", ours.pid(), ours.startedAt());
        file.publish(theirs);
        file.withdraw(ours);
        assertThat(file.of(PID)).contains(theirs);
        file.withdraw(theirs);
        assertThat(folder.resolve("endpoint.json")).doesNotExist();
        file.withdraw(theirs);
    }

    @Test
    void saysSoWhenTheFileCannotBeRead() throws IOException {
        new OwnerOnlyFile(folder.resolve("endpoint.json")).write("{\"url\":");
        assertThatThrownBy(() -> file.of(PID)).isInstanceOf(IOException.class).hasMessageContaining("RunningEndpoint");
    }

    private static RunningEndpoint ours(Instant startedAt) {
        return new RunningEndpoint("http://127.0.0.1:1", PID, startedAt);
    }
}
