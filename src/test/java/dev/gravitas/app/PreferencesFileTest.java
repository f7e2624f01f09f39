package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.ui.preferences.Preferences;
import dev.gravitas.ui.preferences.ThemeChoice;
import dev.gravitas.ui.preferences.UiScale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

class PreferencesFileTest {
    private static final Preferences DARK = Preferences.DEFAULT.with(ThemeChoice.DARK);
    private static final Preferences LARGE = DARK.with(new UiScale(200));

    @TempDir
    private Path folder;

    private final List<Runnable> later = new ArrayList<>();
    private Path path;

    @BeforeEach
    void placeTheFile() {
        path = folder.resolve("preferences.properties");
    }

    private PreferencesFile file() {
        return new PreferencesFile(path, later::add);
    }

    @Test
    void writesSeveralChangesAtOnceAndLaterOnly() {
        var file = file();
        assertThat(file.load()).isEqualTo(Preferences.DEFAULT);
        file.store(DARK);
        file.store(LARGE);
        assertThat(file.load()).isEqualTo(LARGE);
        assertThat(path).doesNotExist();
        assertThat(later).hasSize(1);
        later.getFirst().run();
        assertThat(file().load()).isEqualTo(LARGE);
        file.store(DARK);
        assertThat(later).hasSize(2);
    }

    @Test
    void writesWhatIsLeftWhenItIsClosed() {
        var file = file();
        file.store(DARK);
        file.close();
        assertThat(file().load()).isEqualTo(DARK);
    }

    @Test
    void keepsAChangeThatComesWhileTheConsoleCloses() {
        var file = new PreferencesFile(path, _ -> {
            throw new RejectedExecutionException();
        });
        file.store(DARK);
        file.close();
        assertThat(file().load()).isEqualTo(DARK);
    }

    @Test
    void startsAsAtTheFirstTimeWithADamagedFileAndMendsItWithTheNextChange() throws IOException {
        Files.writeString(path, "theme=pink\n");
        owned();
        var file = file();
        assertThat(file.load()).isEqualTo(Preferences.DEFAULT);
        file.store(DARK);
        file.close();
        assertThat(file().load()).isEqualTo(DARK);
    }

    @Test
    void goesOnWhereNothingCanBeWritten() throws IOException {
        Files.createDirectory(path);
        var file = file();
        file.store(DARK);
        file.close();
        assertThat(file.load()).isEqualTo(DARK);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsTheFileToItsOwner() throws IOException {
        var file = file();
        file.store(DARK);
        file.close();
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private void owned() throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
