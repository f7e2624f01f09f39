package dev.gravitas.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.ui.filter.WindowChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class PreferencesTextTest {
    private static final Preferences CHOSEN = new Preferences(ThemeChoice.HIGH_CONTRAST, new UiScale(150),
            MotionChoice.REDUCED, ClockChoice.LOCAL, NoticeChoice.TROUBLE,
            new WindowMemory(new WindowPlace(-1920, 12.5, 1440, 900), true, "TRENDS",
                    new WindowChoice.Range(Instant.parse("2026-11-01T09:30:00Z"),
                            Instant.parse("2026-11-23T00:00:15Z"))),
            List.of("llama3.1:8b", "of a friend = \u00e4\n100 %"));
    private final List<String> refused = new ArrayList<>();

    @Test
    void readsBackWhatItWrote() {
        assertThat(PreferencesText.read(PreferencesText.of(CHOSEN), refused::add)).isEqualTo(CHOSEN);
        var rolling = CHOSEN.with(new WindowMemory(null, false, "", WindowChoice.Rolling.SIXTY_DAYS));
        assertThat(PreferencesText.read(PreferencesText.of(rolling), refused::add)).isEqualTo(rolling);
    }

    @Test
    void takesWhatIsMissingForNotChosenAndLeavesWhatItDoesNotKnow() {
        assertThat(PreferencesText.read("", refused::add)).isEqualTo(Preferences.DEFAULT);
        assertThat(PreferencesText.read("theme=dark\nof_a_newer_version=yes\n", refused::add))
                .isEqualTo(Preferences.DEFAULT.with(ThemeChoice.DARK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=pink", "scale=101", "scale=big", "motion=", "clock=mars", "notices=some",
            "time=2026-11-31T00:00:00Z 2026-12-01T00:00:00Z",
            "time=2026-11-02T00:00:00Z 2026-11-01T00:00:00Z", "place=1 2 3", "place=1 2 3 4 5", "place=NaN 0 100 100",
            "place=0 0 -1 100",
            "place=0 0 0 0", "maximised=perhaps", "models=%zz"})
    void leavesOutWhatIsNoPreferenceAndKeepsTheRest(String line) {
        assertThat(PreferencesText.read("notices=trouble\n" + line, refused::add).notices())
                .isEqualTo(line.startsWith("notices") ? NoticeChoice.NONE : NoticeChoice.TROUBLE);
        assertThat(refused).containsExactly(line);
    }

    @Test
    void saysThatNoLineCanBeRead() {
        assertThat(PreferencesText.read("theme=\\u00zz", refused::add)).isEqualTo(Preferences.DEFAULT);
        assertThat(refused).hasSize(1);
    }
}
