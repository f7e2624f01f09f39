package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.config.DatabaseSettings;
import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.store.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PresentLoginTest {
    @TempDir
    Path folder;

    private DatabaseSettings.Login login;
    private DatabaseSettings.External server;

    @BeforeEach
    void settings() throws Exception {
        login = new DatabaseSettings.Login("console", folder.resolve("password"));
        server = new DatabaseSettings.External("db.example", 5432, "telemetry", login, null, null, "verify-full");
        write("first");
    }

    @Test
    void takesAPasswordThatWasChangedWhileTheConsoleRuns() throws Exception {
        var present = PresentLogin.of(server, login);
        assertThat(present.get().password()).isEqualTo("first");
        write("second");
        assertThat(present.get().password()).isEqualTo("second");
    }

    @Test
    void keepsTheLastPasswordWhileTheFileIsBeingReplaced() throws Exception {
        var present = PresentLogin.of(server, login);
        Files.delete(login.passwordFile());
        assertThat(present.get().password()).isEqualTo("first");
    }

    @Test
    void saysAtOnceThatThereIsNoPasswordToBeginWith() throws Exception {
        Files.delete(login.passwordFile());
        assertThatThrownBy(() -> PresentLogin.of(server, login)).isInstanceOf(StoreException.class)
                .hasMessageContaining("does not exist");
    }

    private void write(String password) throws IOException {
        new OwnerOnlyFile(login.passwordFile()).write(password + "\n");
    }
}
