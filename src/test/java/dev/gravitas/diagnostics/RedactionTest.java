package dev.gravitas.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class RedactionTest {
    private static final Redaction REDACTION = new Redaction(Map.of("/home/ada/.local/share/gravitas", "data",
            "/home/ada", "home", "ada", "user", "hunter2", "secret", "db.internal", "database.host"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Cannot read /home/ada/.local/share/gravitas/x.json | Cannot read <data>/x.json",
            "no /home/ada/models | no <home>/models",
            "C:\\Users\\Bob\\x | C:\\Users\\<user>\\x",
            "file:/home/eve/x | file:/home/<user>/x",
            "ADA logged in | <user> logged in",
            "said hunter2! | said <secret>!",
            "Connection to db.internal:5432 refused | Connection to <database.host>:5432 refused",
            "Connection to old.example.org:5432 refused | Connection to <host>:5432 refused",
            "Connection to 10.1.2.3:5432 refused | Connection to <address>:5432 refused",
            "from fe80::1c2b:3 now | from <address> now",
            "jdbc:postgresql://bob:pw@db2:5433/x | jdbc:postgresql://<login>@<database-host>/x",
            "external, db9:5432/gravitas | external, <database-host>",
            "Authorization: Bearer abcdefghijkl | Authorization: Bearer <token>",
            "password=s3cret then | password=<secret> then",
            "authentication failed for user \"bob\" | authentication failed for user \"<login>\"",
            "java.net.UnknownHostException: db3: x | java.net.UnknownHostException: <host>: x",
            "write to bob@example.org please | write to <mail-address> please"})
    void takesOutWhatIsSecretOrPersonal(String text, String left) {
        assertThat(REDACTION.of(text)).isEqualTo(left);
    }

    @Test
    void takesOutWhatLooksLikeATokenThoughNobodyKnowsIt() {
        assertThat(REDACTION.of("a Zk3vQ_f9aJ-7sD2mWx0LpR8tYuB1cNhE4gVoXiKqT5z b")).isEqualTo("a <token> b");
        assertThat(REDACTION.of("a " + "0123456789abcdef".repeat(4) + " b")).isEqualTo("a <token> b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-26T12:34:56.789Z INFO  [main] d.g.app.Console - Console starts as RECORDER",
            "\tat dev.gravitas.app.Console.start(Console.java:142)", "JavaFX 26.0.2, driver 580.159.04 (13.580.159.04)",
            "Endpoint serves at http://127.0.0.1:8417", "the Canada model", "GPU 00000000:17:00.0 has 24,576 MiB",
            "dev.gravitas.store.postgres", "Java 25.0.3+9-LTS",
            "\tat java.base/java.lang.Thread.run(Thread.java:1474)"})
    void leavesWhatExplainsAFault(String line) {
        assertThat(REDACTION.ofLog(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR: new row violates a check |   Detail: Failing row contains (x, %s).",
            "DETAIL:  Failing row contains (THOUGHT_LATENCY, qwen, {\"prompt\": \"%s\"}).",
            "STATEMENT:  insert into system_telemetry values ('%s')",
            "invalid input syntax for type json: \"%s\"", "refused: '%s'", "kept {\"note\": \"%s\"} aside",
            "STATEMENT:  insert\n\tinto system_telemetry values ('%s')",
            "  Where: COPY system_telemetry, line 1, column metadata: %s"})
    void takesPromptsOutOfLogs(String line) {
        assertThat(REDACTION.ofLog(line.formatted("tell me about the patient's illness"))).doesNotContain("patient");
    }

    @Test
    void takesOutOldSettingsOfTheDatabase() {
        assertThat(REDACTION.ofLog("database.host is other-host in the settings file now"))
                .isEqualTo("database.host is <not shown> in the settings file now");
    }

    @Test
    void leavesTheProductsOwnNameThoughItIsTheUsersToo() {
        assertThat(new Redaction(Map.of("gravitas", "user")).of("dev.gravitas.app")).isEqualTo("dev.gravitas.app");
    }
}
