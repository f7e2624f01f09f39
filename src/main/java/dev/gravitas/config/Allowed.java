package dev.gravitas.config;

import java.util.List;

/// What a setting may be. Immutable.
public sealed interface Allowed {
    /// Whether a text, without spaces around it, is such a value.
    boolean admits(String text);

    /// What a value must be, as a sentence's end: "a whole number from 1 to 65535".
    String words();

    /// A whole number.
    ///
    /// @param unit what is counted, empty for a bare number
    record Whole(long least, long most, String unit) implements Allowed {
        @Override
        public boolean admits(String text) {
            try {
                var number = Long.parseLong(text);
                return number >= least && number <= most;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        public String words() {
            return "a whole number from " + least + " to " + most;
        }
    }

    /// One of some words.
    record OneOf(List<String> choices) implements Allowed {
        public OneOf {
            choices = List.copyOf(choices);
        }

        @Override
        public boolean admits(String text) {
            return choices.contains(text);
        }

        @Override
        public String words() {
            return "one of " + String.join(", ", choices);
        }
    }

    /// A text of some form.
    ///
    /// @param pattern regular expression of the whole text
    /// @param words the form in words
    record Form(String pattern, String words) implements Allowed {
        @Override
        public boolean admits(String text) {
            return text.matches(pattern);
        }
    }
}
