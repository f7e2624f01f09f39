package dev.gravitas.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A small disk of its own, which root may fill and close.
class DiskFaultsIT {
    private Path disk = Path.of("unset");

    @BeforeEach
    void makeDisk() throws Exception {
        TestFolders.template();
        disk = Files.createDirectories(TestFolders.fresh("disk"));
        Assumptions.assumeTrue(Programs.root() && Programs.run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs",
                disk.toString()).ok(), "needs the right to mount a disk");
    }

    @AfterEach
    void removeDisk() throws Exception {
        Programs.run("umount", "-l", disk.toString());
        TestFolders.clean();
    }

    private void remount(String options) throws Exception {
        assertThat(Programs.run("mount", "-o", "remount," + options, disk.toString()).output()).isEmpty();
    }

    @Test
    void saysThatTheDiskIsTooSmallForANewDatabaseAndWorksOnceThereIsRoom() throws Exception {
        Path root = disk.resolve("pg");
        assertThatThrownBy(() -> TestFolders.open(root)).isInstanceOf(StoreException.class)
                .hasMessageContaining("is full")
                .hasMessageContaining(root.toString());
        assertThat(root.resolve("data")).doesNotExist();
        assertThat(root.resolve("data.tmp")).doesNotExist();
        remount("size=300m");
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            assertThat(Sql.ask(postgres.login(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void saysThatTheDiskIsFullWhenUnpackingAndLeavesNoHalfFolder() throws Exception {
        Path root = disk.resolve("pg");
        assertThatThrownBy(() -> EmbeddedPostgres.open(root, _ -> {})).isInstanceOf(StoreException.class)
                .hasMessageContaining("is full");
        try (var left = Files.list(root)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("bin-"));
        }
    }

    @Test
    void saysThatTheDiskIsFullForAnOldDatabaseAndLosesNothing() throws Exception {
        remount("size=300m");
        Path root = disk.resolve("pg");
        TestFolders.copy(TestFolders.template(), root);
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            Sql.run(postgres.login(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
        }
        fill(disk.resolve("filler"));
        assertThatThrownBy(() -> TestFolders.open(root)).isInstanceOf(StoreException.class)
                .hasMessageContaining("is full");
        Files.delete(disk.resolve("filler"));
        try (EmbeddedPostgres postgres = TestFolders.open(root)) {
            assertThat(Sql.ask(postgres.login(), "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream stream = Files.newOutputStream(file)) {
            while (true) {
                stream.write(block);
            }
        } catch (IOException _) {
            // Full: that is what was wanted.
        }
    }

    @Test
    void saysThatTheDiskIsReadOnlyAndWorksOnceItIsWritable() throws Exception {
        remount("size=300m");
        Path root = disk.resolve("pg");
        TestFolders.copy(TestFolders.template(), root);
        remount("ro");
        assertThatThrownBy(() -> TestFolders.open(root)).isInstanceOf(StoreException.class)
                .hasMessageContaining("read-only");
        assertThatThrownBy(() -> TestFolders.open(disk.resolve("new"))).isInstanceOf(StoreException.class)
                .hasMessageContaining("read-only");
        remount("rw");
        TestFolders.open(root).close();
    }

    @Test
    void refusesAFolderOfAnotherUserAndLeavesItAlone() throws Exception {
        Path root = Files.createDirectories(disk.resolve("pg"));
        Files.setAttribute(root, "unix:uid", 12_345);
        assertThatThrownBy(() -> TestFolders.open(root)).isInstanceOf(StoreException.class)
                .hasMessageContaining("belongs to another user");
        assertThat(Files.getAttribute(root, "unix:uid")).isEqualTo(12_345);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root))).isEqualTo("rwxr-xr-x");
    }
}
