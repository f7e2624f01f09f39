package dev.gravitas.telemetry.spool;

import static dev.gravitas.telemetry.spool.SpoolFixture.NOW;
import static dev.gravitas.telemetry.spool.SpoolFixture.batch;
import static dev.gravitas.telemetry.spool.SpoolFixture.drain;
import static dev.gravitas.telemetry.spool.SpoolFixture.events;
import static dev.gravitas.telemetry.spool.SpoolFixture.names;
import static dev.gravitas.telemetry.spool.SpoolFixture.open;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class SpoolSurveyTest {
    @TempDir
    Path folder;

    @Test
    void countsWhatWasLeftBehindAndLeavesIt() throws Exception {
        try (var one = open(folder); var other = open(folder)) {
            one.append(batch(5, 10));
            other.append(batch(0, 2));
            assertThat(new SpoolSurvey(folder).look()).isEmpty();
        }
        var found = new SpoolSurvey(folder).look().orElseThrow();
        assertThat(found.events()).isEqualTo(7);
        assertThat(found.oldest()).isEqualTo(NOW);
        try (var next = open(folder)) {
            assertThat(drain(next)).hasSize(7).containsAll(events(0, 2)).containsAll(events(5, 10));
        }
    }

    @Test
    void findsNothingWhereNothingWasLeft() throws Exception {
        assertThat(new SpoolSurvey(folder.resolve("missing")).look()).isEmpty();
        open(folder).close();
        assertThat(new SpoolSurvey(folder).look()).isEmpty();
        assertThat(names(folder)).doesNotContain("spool-1.db");
    }

    @Test
    void countsADamagedFileAndLeavesItToTheRecorder() throws Exception {
        var file = folder.resolve("spool-1.db");
        Files.writeString(file, "broken");
        assertThat(new SpoolSurvey(folder).look().orElseThrow().damage().files()).isEqualTo(1);
        assertThat(file).hasContent("broken");
    }
}
