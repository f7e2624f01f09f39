package dev.gravitas.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

@DisabledOnOs(OS.WINDOWS)
class OwnerOnlyFileTest {
    @TempDir
    private Path folder;

    private OwnerOnlyFile file;

    @BeforeEach
    void placeTheFile() throws IOException {
        mode(folder, "rwx------");
        file = new OwnerOnlyFile(folder.resolve("secret"));
    }

    @Test
    void readsBackWhatWasWrittenLast() throws IOException {
        file.write("first");
        file.write("zwölf");
        assertThat(file.read()).contains("zwölf");
    }

    @Test
    void isAbsentBeforeTheFirstWriteAndAfterDeletion() throws IOException {
        assertThat(file.read()).isEmpty();
        file.write("x");
        file.delete();
        assertThat(file.read()).isEmpty();
        file.delete();
    }

    @Test
    void isReadableByTheOwnerAloneAndLeavesNothingBeside() throws IOException {
        file.write("x");
        assertThat(Files.getPosixFilePermissions(file.path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        file.read();
        try (var beside = Files.list(folder)) {
            assertThat(beside).containsExactly(file.path());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw-rw-", "rw----r--", "rw-r-----", "rw--w----"})
    void refusesToReadWhatOthersMayOpen(String permissions) throws IOException {
        file.write("x");
        mode(file.path(), permissions);
        assertThatThrownBy(file::read).isInstanceOf(IOException.class)
                .hasMessageContaining("open to others")
                .hasMessageContaining(permissions);
    }

    @Test
    void refusesASymbolicLinkAndLeavesItsTargetAlone() throws IOException {
        var target = Files.writeString(folder.resolve("target"), "theirs");
        mode(target, "rw-------");
        Files.createSymbolicLink(file.path(), target);
        assertThatThrownBy(file::read).hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> file.write("ours")).hasMessageContaining("symbolic link");
        assertThat(target).hasContent("theirs");
    }

    @Test
    void refusesALinkToNowhere() throws IOException {
        Files.createSymbolicLink(file.path(), folder.resolve("nowhere"));
        assertThatThrownBy(file::read).hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> file.write("ours")).hasMessageContaining("symbolic link");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void refusesAHardLinkAndAFolder() throws IOException {
        file.write("x");
        Files.createLink(folder.resolve("other-name"), file.path());
        assertThatThrownBy(file::read).hasMessageContaining("hard link");
        var place = new OwnerOnlyFile(Files.createDirectory(folder.resolve("place")));
        assertThatThrownBy(place::read).hasMessageContaining("not a plain file");
        assertThatThrownBy(() -> place.write("x")).hasMessageContaining("not a plain file");
    }

    @Test
    void refusesAFolderThatOthersMayChange() throws IOException {
        file.write("x");
        mode(folder, "rwxrwxrwx");
        assertThatThrownBy(file::read).hasMessageContaining("Others may change the folder");
    }

    @Test
    void refusesAFileOfAnotherUser() throws IOException {
        file.write("x");
        var nobody = 65534;
        assumeThat((int) (Integer) Files.getAttribute(folder, "unix:uid")).as("only root can give files away").isZero();
        Files.setAttribute(file.path(), "unix:uid", nobody);
        assertThatThrownBy(file::read).hasMessageContaining("belongs to");
    }

    private static void mode(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
