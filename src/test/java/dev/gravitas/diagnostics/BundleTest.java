package dev.gravitas.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

class BundleTest {
    private static final Redaction REDACTION = new Redaction(Map.of("hunter2", "secret"));
    private static final List<BundleEntry> ENTRIES = List.of(new BundleEntry("logs/a.log", "ä\n"));

    @TempDir
    private Path folder;

    @Test
    void tellsOfAPartThatCannotBeReadAndReadsTheOthers() {
        var parts = List.of(Part.of("broken.txt", () -> {
            throw new IOException("the disk says hunter2");
        }), Part.of("well.txt", () -> "well"));
        var told = new ArrayList<Diagnostics.Progress>();
        var entries = new Diagnostics(parts, REDACTION).collect(told::add, () -> false).orElseThrow();
        assertThat(entries).extracting(BundleEntry::text)
                .containsExactly("Not read: java.io.IOException: the disk says <secret>\n", "well");
        assertThat(told).containsExactly(new Diagnostics.Progress(0, 2, "broken.txt"),
                new Diagnostics.Progress(1, 2, "well.txt"));
    }

    @Test
    void readsNoFurtherOnceCancelled() {
        var read = new ArrayList<String>();
        var parts = List.of(Part.of("first", () -> record(read, "first")), Part.of("second", () -> record(read, "2")));
        assertThat(new Diagnostics(parts, REDACTION).collect(_ -> {}, () -> !read.isEmpty())).isEmpty();
        assertThat(read).containsExactly("first");
    }

    private static String record(List<String> read, String name) {
        read.add(name);
        return name;
    }

    @Test
    void savesForItsOwnerOnlyAndNeverOverAFile() throws IOException {
        var file = folder.resolve("bundle.zip");
        new BundleFile(file).create(ENTRIES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(text(file, "logs/a.log")).isEqualTo("ä\n");
        assertThatThrownBy(() -> new BundleFile(file).create(List.of())).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(text(file, "logs/a.log")).isEqualTo("ä\n");
        new BundleFile(file).replace(List.of(new BundleEntry("b", "other")));
        assertThat(text(file, "b")).isEqualTo("other");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void isCalledAfterItsMoment() {
        assertThat(BundleFile.name(Instant.parse("2026-11-26T21:34:05Z")))
                .isEqualTo("gravitas-diagnostics-20261126-213405.zip");
    }

    private static String text(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void keepsTheEndOfALongLog() throws IOException {
        var log = folder.resolve("x.log");
        Files.writeString(log, "0123456789\n".repeat(30_000) + "the end\n");
        var text = new LogTail(log).text();
        assertThat(text).endsWith("0123456789\nthe end\n").hasSizeLessThan(LogTail.MOST_BYTES + 100);
        assertThat(text.lines().skip(1).findFirst()).contains("0123456789");
        assertThat(text).startsWith("<" + (330_008 - LogTail.MOST_BYTES) + " bytes");
        Files.writeString(log, "short\n");
        assertThat(new LogTail(log).text()).isEqualTo("short\n");
    }

    @Test
    void sumsWhatLiesDeepAndOpensNothing() throws IOException {
        Files.createDirectories(folder.resolve("postgres/data/base"));
        Files.writeString(folder.resolve("postgres/data/base/1"), "12345");
        Files.writeString(folder.resolve("postgres/data/base/2"), "12345");
        Files.writeString(folder.resolve("settings.properties"), "123");
        assertThat(new FolderListing(folder).text()).containsPattern("10  postgres/data/ in 2 files\n")
                .containsPattern("3  settings.properties\n")
                .endsWith("13 bytes in 3 files\n");
    }

    @Test
    void namesEveryThreadAndWhereItStands() {
        assertThat(new ThreadDump().text()).startsWith("No deadlock.")
                .contains("\"" + Thread.currentThread().getName() + "\"")
                .contains("BundleTest.namesEveryThreadAndWhereItStands");
    }
}
