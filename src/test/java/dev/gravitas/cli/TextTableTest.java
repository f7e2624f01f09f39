package dev.gravitas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

class TextTableTest {
    @Test
    void printsOneLineForEachRowWhateverAProgramNamedItsModel() {
        var table = new TextTable(1, "Model", "ms/token");
        table.row("a\nb", "1.0");
        table.row("\u001b[2J", "22.0");
        var out = new StringWriter();
        table.print(new PrintWriter(out));
        assertThat(out.toString().lines()).containsExactly("Model      ms/token",
                "a\\nb" + " ".repeat(12) + "1.0", "\\u001b[2J      22.0");
    }
}
