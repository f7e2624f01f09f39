package dev.gravitas.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class PostmasterPidTest {
    private static final String START = "8575\n/data\n1795534805\n5432\n";

    @TempDir
    private Path folder;

    @Test
    void tellsWhereAReadyServerListens() throws IOException {
        assertThat(read(START + "../run\n\n  2312040    196650\nready   \n").orElseThrow())
                .isEqualTo(new PostmasterPid(8575, true, Optional.of(new Listening(true, false, 5432))));
        assertThat(read(START + "\n127.0.0.1\n  2312040    196650\nready   \n").orElseThrow())
                .isEqualTo(new PostmasterPid(8575, true, Optional.of(new Listening(false, true, 5432))));
    }

    /// The server's file at each moment of a start; line 7 comes before lines 5 and 6 are filled.
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", "\n\n  2312040    196650\n", "../run\n\n  2312040    196650\n",
            "../run\n127.0.0.1\n  2312040    196650\nstarting\n", "../run\n\n  2312040    196650\nstopping\n"})
    void knowsNoAddressOfAServerThatIsNotReady(String rest) throws IOException {
        assertThat(read(START + rest)).contains(new PostmasterPid(8575, false, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp\n\n", "/tmp\n127.0.0.1\n", "../run\n*\n", "\n0.0.0.0\n", "\n\n"})
    void doesNotTrustAnAddressThatWeNeverAskFor(String address) throws IOException {
        assertThat(read(START + address + "  2312040    196650\nready   \n"))
                .contains(new PostmasterPid(8575, true, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "half"})
    void passesOverAFileThatNamesNoProcess(String text) throws IOException {
        assertThat(read(text)).isEmpty();
    }

    private Optional<PostmasterPid> read(String text) throws IOException {
        return PostmasterPid.read(Files.writeString(folder.resolve("postmaster.pid"), text));
    }
}
