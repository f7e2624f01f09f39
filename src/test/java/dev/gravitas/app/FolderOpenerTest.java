package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class FolderOpenerTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatIsMissingWhereNothingOpensFolders() {
        assertThatThrownBy(() -> new FolderOpener("no-such-program").open(folder)).isInstanceOf(IOException.class)
                .hasMessage("This system has no no-such-program, which opens folders.");
        assertThatThrownBy(() -> new FolderOpener("false").open(folder)).isInstanceOf(IOException.class)
                .hasMessageContaining("false ended with 1");
        assertThatThrownBy(() -> new FolderOpener("true").open(folder.resolve("none"))).isInstanceOf(IOException.class)
                .hasMessageContaining("no such folder");
    }

    @Test
    void leavesItToTheSystemsOwnProgram() {
        assertThatCode(() -> new FolderOpener("true").open(folder)).doesNotThrowAnyException();
        assertThat(FolderOpener.ofSystem("Linux").command()).isEqualTo("xdg-open");
        assertThat(FolderOpener.ofSystem("Mac OS X").command()).isEqualTo("open");
        assertThat(FolderOpener.ofSystem("Windows 11").command()).isEqualTo("explorer.exe");
    }
}
