package dev.gravitas.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

class SettingTest {
    @Test
    void isFoundByItsKey() {
        assertThat(Setting.of("endpoint.port")).contains(Setting.ENDPOINT_PORT);
        assertThat(Setting.of("colour")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasADefaultThatIsAllowed(Setting setting) {
        if (setting.standard() instanceof Setting.Standard.Value(var text)) {
            assertThat(setting.allowed().admits(text)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"ENDPOINT_PORT, 0, true", "ENDPOINT_PORT, 65536, false", "ENDPOINT_PORT, -1, false",
            "ENDPOINT_PORT, 1e3, false", "ENDPOINT_PORT, '', false", "FOOTPRINT_MAX_ROWS, 999, false",
            "FOOTPRINT_MAX_ROWS, 1000000000000000, true", "FOOTPRINT_MAX_ROWS, 1000000000000001, false",
            "DATABASE_MODE, embedded, true", "DATABASE_MODE, Embedded, false", "HOST_LABEL, my desk, false",
            "GPU_NVML_LIBRARY, nvml.so, false", "GPU_NVML_LIBRARY, C:\\nvml.dll, true"})
    void admitsOnlyItsRange(Setting setting, String text, boolean admitted) {
        assertThat(setting.allowed().admits(text)).isEqualTo(admitted);
    }

    /// The README's table says of each setting what the catalogue says.
    @Test
    void standsInTheReadmeAsItIs() throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        var rows = readme.lines().filter(line -> line.matches("\\| `[a-z]+\\.[a-z_]+` \\|.*")).toList();
        assertThat(rows).hasSize(Setting.values().length);
        assertThat(rows.stream().map(SettingTest::withoutMeaning))
                .containsExactlyElementsOf(Arrays.stream(Setting.values()).map(SettingTest::row).toList());
    }

    private static String withoutMeaning(String row) {
        var cells = row.split(" \\| ", -1);
        return String.join(" | ", cells[0], cells[2], cells[3]);
    }

    private static String row(Setting setting) {
        return "| `" + setting.key() + "` | " + setting.allowed().words() + unit(setting) + " | "
                + switch (setting.standard()) {
                    case Setting.Standard.Value(var text) -> text;
                    case Setting.Standard.Found(var words) -> words;
                    case Setting.Standard.None() -> "–";
                } + " |";
    }

    private static String unit(Setting setting) {
        return setting.allowed() instanceof Allowed.Whole whole && !whole.unit().isEmpty() ? ", " + whole.unit() : "";
    }
}
