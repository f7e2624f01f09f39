package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

@DisabledOnOs(OS.WINDOWS)
class OwnerOnlyFolderTest {
    @TempDir
    private Path above;

    private Path folder;

    @BeforeEach
    void makeAnOpenFolder() throws IOException {
        folder = Files.createDirectory(above.resolve("data"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void makesAClosedFolder() throws IOException {
        var fresh = above.resolve("new/data");
        OwnerOnlyFolder.make(fresh);
        assertThat(permissions(fresh)).isEqualTo("rwx------");
    }

    @Test
    void closesAnEmptyFolderAndADataFolder() throws IOException {
        OwnerOnlyFolder.make(folder);
        assertClosed();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(folder.resolve("settings.properties"), "");
        OwnerOnlyFolder.make(folder);
        assertClosed();
    }

    @Test
    void refusesToCloseAFolderOfOtherThings() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "");
        assertThatThrownBy(() -> OwnerOnlyFolder.make(folder)).isInstanceOf(FileSystemException.class)
                .hasMessageContaining("open to other users")
                .hasMessageContaining("chmod 700");
        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        OwnerOnlyFolder.make(folder);
    }

    /// Where root must lend files to another account, that one may pass through and see nothing.
    private void assertClosed() throws IOException {
        assertThat(permissions(folder)).isIn("rwx------", "rwx--x--x");
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
