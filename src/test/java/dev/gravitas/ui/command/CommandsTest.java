package dev.gravitas.ui.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class CommandsTest {
    private final Commands commands = new Commands(List.of(command("View", "Trends"), command("View", "VRAM"),
            command("Figures", "Read anew"), command("Window of time", "Last 24 hours"),
            command("Help", "All views and keys")));

    private static Command command(String group, String text) {
        return new Command(group, text, () -> {});
    }

    private List<String> found(String question) {
        return commands.matching(question).stream().map(Command::text).toList();
    }

    @Test
    void findsAllInTheirOrderWithoutAQuestion() {
        assertThat(found(" ")).containsExactly("Trends", "VRAM", "Read anew", "Last 24 hours", "All views and keys");
    }

    @Test
    void findsByBeginningsOfWordsInAnyOrderAndCase() {
        assertThat(found("hours 24")).containsExactly("Last 24 hours");
        assertThat(found("VIEW tr")).containsExactly("Trends");
        assertThat(found("ram")).isEmpty();
    }

    @Test
    void putsWhatBeginsWithTheQuestionFirst() {
        assertThat(found("view")).containsExactly("All views and keys", "Trends", "VRAM");
        assertThat(found("all")).containsExactly("All views and keys");
    }

    @Test
    void refusesKeysThatWouldMeanTwoThings() {
        var one = new Command("Help", "One", List.of("F1"), () -> {});
        var other = new Command("Help", "Other", List.of("F2", "F1"), () -> {});
        assertThatThrownBy(() -> new Commands(List.of(one, other))).hasMessageContaining("F1");
    }
}
