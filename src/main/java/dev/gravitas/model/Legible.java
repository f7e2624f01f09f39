package dev.gravitas.model;

import java.util.Locale;

/// Makes text of strangers fit to be shown: one line, in which every character that would steer a terminal or the order of
/// reading, or that cannot be seen, stands as its code (backslash, u, four digits). What is shown so is never looked up again.
public final class Legible {
    private Legible() {
    }

    /// The text on one line.
    public static String text(String text) {
        if (text.codePoints().allMatch(Legible::isHarmless)) {
            return text;
        }
        var line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(code -> line.append(isHarmless(code) ? Character.toString(code) : code(code)));
        return line.toString();
    }

    /// A model's name on one line; a name that shows nothing says so.
    public static String name(String name) {
        if (name.isEmpty()) {
            return "(empty)";
        }
        return name.isBlank()
                ? "(blank: " + name.codePoints().mapToObj(Legible::code).reduce("", String::concat) + ")"
                : text(name);
    }

    private static boolean isHarmless(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static String code(int code) {
        return switch (code) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, code > 0xFFFF ? "\\U%06x" : "\\u%04x", code);
        };
    }
}
