package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableTextTest {
    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(StorableText.of("Größe 😀 \t\u0001")).isEqualTo("Größe 😀 \t\u0001");
    }

    @Test
    void replacesNulAndLoneSurrogatesVisibly() {
        assertThat(StorableText.of("a\0b\ud83d\ude00\ude00\ud83d")).isEqualTo("a\u2400b😀\ufffd\ufffd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {"\\u0000 | \\u2400", "\\\\u0000 | \\\\u0000",
            "\\\\\\u0000 | \\\\\\u2400", "\\ud83d\\ude00 | \\ud83d\\ude00", "\\uD83D\\uDE00 | \\uD83D\\uDE00",
            "\\ud83d | \\ufffd", "\\ud83dx | \\ufffdx", "\\ude00 | \\ufffd", "\\ud83d\\u0041 | \\ufffd\\u0041",
            "\\ud83d\\ud83d\\ude00 | \\ufffd\\ud83d\\ude00", "\\u0041$1 | \\u0041$1"})
    void replacesJsonEscapesThatPostgresRefuses(String given, String kept) {
        assertThat(StorableText.ofJson(given)).isEqualTo(kept);
    }
}
