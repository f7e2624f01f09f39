package dev.gravitas.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegibleTest {
    @Test
    void leavesNamesThatCanBeReadAlone() {
        for (var name : new String[]{"qwen2.5-coder:7b", "中文/模型", "naïve model", "C:\\models\\x", "😀"}) {
            assertThat(Legible.name(name)).isSameAs(name);
        }
    }

    @Test
    void showsWhatWouldSteerATerminalOrTheOrderOfReading() {
        assertThat(Legible.name("a\u001b[31mred")).isEqualTo("a\\u001b[31mred");
        assertThat(Legible.name("two\nlines\r\tend")).isEqualTo("two\\nlines\\r\\tend");
        assertThat(Legible.name("abc\u202Etxt.exe")).isEqualTo("abc\\u202etxt.exe");
        assertThat(Legible.name("a\u200Bb\u2028c\u0085d")).isEqualTo("a\\u200bb\\u2028c\\u0085d");
        assertThat(Legible.name("half\uD83D")).isEqualTo("half\\ud83d");
    }

    @Test
    void saysThatThereIsNothingToSee() {
        assertThat(Legible.name("")).isEqualTo("(empty)");
        assertThat(Legible.name(" ")).isEqualTo("(blank: \\u0020)").isNotEqualTo(Legible.name("  "));
        assertThat(Legible.text("")).isEmpty();
    }
}
