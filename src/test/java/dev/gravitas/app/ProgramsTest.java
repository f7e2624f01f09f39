package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.LoggerCounters;
import dev.gravitas.model.SpoolStatus;
import dev.gravitas.report.LoggerDocument;
import dev.gravitas.report.RecorderDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

class ProgramsTest {
    private static final LoggerDocument COUNTS = LoggerDocument
            .of(new LoggerCounters(5, 2, 3, 0, Map.of(), Map.of()), SpoolStatus.EMPTY);

    @TempDir
    Path folder;
    private Programs programs;

    @BeforeEach
    void make() {
        programs = new Programs(folder.resolve("programs"));
    }

    @Test
    void tellsOfEachLoggerThatRuns() throws Exception {
        assertThat(programs.running()).isEmpty();
        var own = new RecorderDocument(ProcessHandle.current().pid(), COUNTS);
        programs.add().write(own);
        programs.add().write(own);

        assertThat(programs.running()).containsExactly(own, own);
    }

    @Test
    void forgetsProgramsThatHaveEnded() throws Exception {
        var ended = new ProcessBuilder("true").start();
        assertThat(ended.waitFor()).isZero();
        programs.add().write(new RecorderDocument(ended.pid(), COUNTS));
        assertThat(programs.running()).isEmpty();

        programs.add();
        assertThat(folder.resolve("programs")).isEmptyDirectory();
    }

    @Test
    void takesNoNewProcessForAnOldOneOfTheSameNumber() throws Exception {
        programs.add().write(new RecorderDocument(ProcessHandle.current().pid(), COUNTS));
        try (var files = Files.list(folder.resolve("programs"))) {
            Files.setLastModifiedTime(files.findFirst().orElseThrow(), FileTime.from(Instant.EPOCH));
        }
        assertThat(programs.running()).isEmpty();
    }

    @Test
    void readsPastABrokenFile() throws Exception {
        programs.add();
        Files.writeString(folder.resolve("programs/1.json"), "{");
        assertThat(programs.running()).isEmpty();
    }
}
