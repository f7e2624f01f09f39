package dev.gravitas.config;

import static dev.gravitas.config.Setting.DATABASE_HOST;
import static dev.gravitas.config.Setting.DATABASE_PASSWORD_FILE;
import static dev.gravitas.config.Setting.ENDPOINT_PORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.StringReader;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;

class SettingsTextTest {
    private static String changed(String text, Setting setting, String value) {
        return new SettingsText(text).with(setting, value).text();
    }

    private static Properties read(String text) throws Exception {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }

    @Test
    void changesOneLineAndKeepsEveryOther() {
        assertThat(changed("# mine\n\n  endpoint.port : 9000\n!old\nhost.label=rack\n", ENDPOINT_PORT, "9001"))
                .isEqualTo("# mine\n\nendpoint.port=9001\n!old\nhost.label=rack\n");
    }

    @Test
    void addsALineAtTheEndAndEndsTheOneBefore() {
        assertThat(changed("host.label=rack", ENDPOINT_PORT, "1")).isEqualTo("host.label=rack\nendpoint.port=1\n");
        assertThat(changed("", ENDPOINT_PORT, "1")).isEqualTo("endpoint.port=1\n");
    }

    @Test
    void speaksTheLineEndsOfTheFile() {
        assertThat(changed("# a\r\nhost.label=rack\r\n", ENDPOINT_PORT, "1"))
                .isEqualTo("# a\r\nhost.label=rack\r\nendpoint.port=1\r\n");
    }

    @Test
    void takesAwayEveryLineOfASettingThatGoesBackToItsDefault() {
        var text = "endpoint.port=1\n# why\nendpoint.port=2\nhost.label=rack\n";
        assertThat(new SettingsText(text).with(ENDPOINT_PORT, null).text()).isEqualTo("# why\nhost.label=rack\n");
    }

    @Test
    void leavesOneLineOfSeveralWithTheSameKey() {
        assertThat(changed("endpoint.port=1\nendpoint.port=1\n", ENDPOINT_PORT, "3")).isEqualTo("endpoint.port=3\n");
    }

    @Test
    void knowsLinesThatGoOnAndCommentsThatDoNot() {
        assertThat(changed("database.host=db.\\\n  example\n# no more \\\nendpoint.port=1\n", DATABASE_HOST, "x"))
                .isEqualTo("database.host=x\n# no more \\\nendpoint.port=1\n");
        assertThat(changed("host.label=a\\\n#b\nendpoint.port=1\n", ENDPOINT_PORT, "2"))
                .isEqualTo("host.label=a\\\n#b\nendpoint.port=2\n");
        assertThat(changed("host.label=a\\\\\nendpoint.port=1", ENDPOINT_PORT, "2"))
                .isEqualTo("host.label=a\\\\\nendpoint.port=2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\secrets\\db", "#a=b:c!", "ünï\u4e16", "a b", "\\u0041"})
    void writesWhatIsReadBack(String value) throws Exception {
        var text = changed("host.label=rack\n", DATABASE_PASSWORD_FILE, value);
        assertThat(read(text)).containsEntry("database.password_file", value).containsEntry("host.label", "rack");
        assertThat(new SettingsText(text).value(DATABASE_PASSWORD_FILE)).contains(value);
    }

    @Test
    void losesNothingOfAnyFile() throws Exception {
        var random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            var text = random.ints(random.nextInt(12), 0, PIECES.length)
                    .mapToObj(piece -> PIECES[piece])
                    .collect(Collectors.joining());
            var expected = read(text);
            expected.setProperty("endpoint.port", "77");
            assertThat(read(changed(text, ENDPOINT_PORT, "77"))).as(text).isEqualTo(expected);
            expected.remove("endpoint.port");
            assertThat(read(new SettingsText(text).with(ENDPOINT_PORT, null).text())).as(text).isEqualTo(expected);
        }
    }

    private static final String[] PIECES = {"endpoint.port=1", "endpoint.port", "host.label: x", "\n", "\r\n", "\n",
            "\\",
            "\\\\", " ", "#", "!", "=", "a\tb", "endpoint\\.port=3\n", "\r", "\u000c"};

    @Test
    void refusesWhatIsNoPropertiesFile() {
        assertThatThrownBy(() -> changed("host.label=\\u00zz\n", ENDPOINT_PORT, "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
