package dev.gravitas.ui.shell;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import javafx.util.StringConverter;

/// Dates as `2026-11-23`, in every locale. What is not a date is no choice.
final class IsoDates extends StringConverter<@Nullable LocalDate> {
    @Override
    public String toString(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
