package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.app.SystemNotifier.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SystemNotifierTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(OS.WINDOWS)
    void handsTextsOverAsTheyAre(Style style) throws Exception {
        var said = folder.resolve("said.txt");
        var script = "printf '%s\\n' \"$@\" \"$GRAVITAS_NOTICE_TITLE\" \"$GRAVITAS_NOTICE_TEXT\" > " + said;
        new SystemNotifier(List.of("sh", "-c", script, "sh"), style).show("-x $(id) \"; 'it", "two\nlines", true);
        assertThat(Files.readString(said)).contains("-x $(id) \"; 'it\n", "two\nlines\n");
    }

    @Test
    void saysWhyNothingIsShown() {
        assertThatThrownBy(() -> new SystemNotifier(List.of("no-such-program"), Style.ARGUMENTS).show("a", "b", false))
                .isInstanceOf(IOException.class)
                .hasMessage("This system has no no-such-program, which shows notifications.");
        assertThatThrownBy(() -> new SystemNotifier(List.of("false"), Style.ARGUMENTS).show("a", "b", false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("false ended with 1");
    }

    @Test
    void asksTheSystemsOwnProgram() {
        assertThat(SystemNotifier.ofSystem("Linux").command()).startsWith("notify-send");
        assertThat(SystemNotifier.ofSystem("Mac OS X").command()).startsWith("osascript");
        assertThat(SystemNotifier.ofSystem("Windows 11").command()).startsWith("powershell.exe");
    }
}
