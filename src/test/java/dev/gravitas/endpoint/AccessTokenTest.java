package dev.gravitas.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.security.SecureRandom;

class AccessTokenTest {
    @TempDir
    private Path folder;

    @Test
    void makes256RandomBitsOnce() throws IOException {
        var token = load();
        var text = Files.readString(file()).strip();
        assertThat(text).matches("[A-Za-z0-9_-]{43}");
        assertThat(token.matches(text)).isTrue();
        assertThat(load().matches(text)).isTrue();
        Files.delete(file());
        assertThat(load().matches(text)).isFalse();
    }

    @Test
    void matchesTheWholeTokenOnly() throws IOException {
        var token = load();
        var text = Files.readString(file()).strip();
        assertThat(token.matches("")).isFalse();
        assertThat(token.matches(text.substring(1))).isFalse();
        assertThat(token.matches(text + "A")).isFalse();
        assertThat(token.matches(text.toLowerCase() + " ")).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForTheOwnersEyesOnly() throws IOException {
        load();
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "a token with spaces that is forty-three long",
            "äääääääääääääääääääääääääääääääääääääääääää"})
    @DisabledOnOs(OS.WINDOWS)
    void refusesAFileThatHoldsNoTokenAndLeavesItAlone(String content) throws IOException {
        Files.createFile(file(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file(), content);
        assertThatThrownBy(this::load).isInstanceOf(IOException.class)
                .hasMessageContaining("does not hold a token")
                .hasMessageContaining("Remove it");
        assertThat(file()).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw-rw-"})
    @DisabledOnOs(OS.WINDOWS)
    void refusesATokenThatOthersMayKnow(String permissions) throws IOException {
        load();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(this::load).hasMessageContaining("open to others");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesALink() throws IOException {
        load();
        var elsewhere = folder.resolve("elsewhere");
        Files.move(file(), elsewhere);
        Files.createSymbolicLink(file(), elsewhere);
        assertThatThrownBy(this::load).hasMessageContaining("symbolic link");
    }

    private AccessToken load() throws IOException {
        return AccessToken.load(folder, new SecureRandom());
    }

    private Path file() {
        return folder.resolve("endpoint.token");
    }
}
