package dev.gravitas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.store.Database;
import dev.gravitas.testing.FakeImportLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class ImportCommandTest {
    private static final String HEADER = "request,component,prompt_tokens,tokens_generated,ttft_s,inference_time_s,error\n";

    @TempDir
    private Path folder;

    private final FakeImportLedger ledger = new FakeImportLedger();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("a.csv"), HEADER + "0,a,1,1,,1,\n");
        Files.writeString(folder.resolve("b.csv"), "a,b\n1,2\n");
        Files.writeString(folder.resolve("c.csv"), HEADER + "0,c,1,1,,1,\n1,c,one,1,,1,\n");
        Files.writeString(folder.resolve("d\u001b[31m\n.csv"), HEADER + "0,d,1,1,,1,\n");
    }

    @Test
    void importsTheOtherFilesWhenOneCannotBeUsed() {
        assertThat(run("none.csv", "a.csv", "b.csv", "c.csv")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ledger.events()).hasSize(2);
        assertThat(err.toString().lines()).hasSize(3)
                .anyMatch(line -> line.startsWith("gravitas: There is no file") && line.contains("none.csv"))
                .anyMatch(line -> line.startsWith("gravitas: ") && line.contains("b.csv is not a CSV of requests"))
                .anyMatch(line -> line.startsWith("line 3: prompt_tokens is 'one'"));
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void tellsOfBadRowsWhenEveryFileCouldBeUsed() {
        assertThat(run("c.csv", "a.csv")).isEqualTo(ExitCode.BAD_ROWS);
    }

    @Test
    void writesAFilesNameOnOneLine() {
        assertThat(run("d\u001b[31m\n.csv")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("d\\u001b[31m\\n.csv: 1 rows stored").hasLineCount(1);
    }

    private int run(String... files) {
        var arguments = new String[files.length + 1];
        arguments[0] = "import";
        for (int i = 0; i < files.length; i++) {
            arguments[i + 1] = folder.resolve(files[i]).toString();
        }
        return GravitasCommand.commandLine(standIn(Backstage.class, Map.of("open", database(), "interrupted", false)),
                Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Database database() {
        return standIn(Database.class, Map.of("imports", ledger));
    }

    private static <T> T standIn(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (_, method, _) -> answers.get(method.getName())));
    }
}
