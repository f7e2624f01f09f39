package dev.gravitas.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes out of a text what is secret or personal, and leaves a word in angle brackets in its place: what is known to be
/// so, and what looks like it. Immutable.
public final class Redaction {
    /// What many installations have in common tells nothing of one.
    private static final Set<String> NOT_PERSONAL = Set.of("gravitas", "postgres");
    /// Shorter ones are replaced as whole words only: they would be found within others.
    private static final int LONG = 8;
    private static final int SHORTEST = 2;

    private static final List<Rule> ALWAYS = List.of(
            rule("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}", "$1 <token>"),
            rule("(?i)\\b(password|passwd|pwd|secret|token|api[_-]?key)([\"']?\\s*[=:]\\s*)(\"[^\"\\n]*\"|'[^'\\n]*'|\\S+)",
                    "$1$2<secret>"),
            rule("(?i)\\b([a-z][a-z0-9+.-]*://)[^/\\s@]+@", "$1<login>@"),
            rule("(?i)\\b(postgres(?:ql)?://(?:<login>@)?)[^/\\s:?\"]+(?::\\d+)?", "$1<database-host>"),
            rule("\\b(external, )[^\\s\"]+", "$1<database-host>"),
            rule("(UnknownHostException: )[^\\s:]+", "$1<host>"),
            rule("(?i)\\b(user|role) \"[^\"\\n]*\"", "$1 \"<login>\""),
            rule("(?i)(/home/|/users/|\\\\users\\\\)(?!<)[^/\\\\\\s\"':]+", "$1<user>"),
            rule("(?<![\\w.+-])[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w", "<mail-address>"),
            rule("(?<![0-9A-Za-z])[0-9a-fA-F]{64}(?![0-9A-Za-z])", "<token>"),
            rule("(?<![\\w-])(?=[\\w-]*\\d)(?=[\\w-]*[a-z])(?=[\\w-]*[A-Z])[\\w-]{43}(?![\\w-])", "<token>"),
            rule("(?<![\\w.-])(?!127\\.|0\\.0\\.0\\.0)(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\w.]*\\w)",
                    "<address>"),
            rule("(?<![\\w:.])(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{1,4}(?![\\w:.])", "<address>"),
            rule("(?<![\\w:.])[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,6}::[0-9a-fA-F:]*", "<address>"),
            rule("(?<![\\w./-])(?!127\\.)[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?<!\\.java):(?=\\d{2,5}(?!\\d))",
                    "<host>:"));

    private static final List<Rule> IN_LOGS = List.of(
            rule("(?m)\\b(database\\.[a-z_]+|host\\.label|gpu\\.nvml_library) is .* in the settings file now",
                    "$1 is <not shown> in the settings file now"),
            rule("\\S+ is not a setting", "<not shown> is not a setting"),
            rule("(?m)\\b(DETAIL|Detail|STATEMENT|CONTEXT|Where|QUERY|LINE \\d+):.*$", "$1: <removed>"),
            rule("(?m)^\\t(?!at |\\.\\.\\. |Suppressed: |Caused by: ).*$", "\t<removed>"),
            rule("(?m)\\{.*\"[^\"\\n]*\"\\s*:.*\\}", "{<removed>}"),
            // To the last quote of the line: a prompt may have quotes and apostrophes of its own.
            rule("\"[^\\n]*\\s[^\\n]*\\s[^\\n]*\"|\"[^\"\\n]{81,}\"", "\"<text>\""),
            rule("(?<![\\p{L}\\p{N}])'[^\\n]*\\s[^\\n]*\\s[^\\n]*'(?![\\p{L}\\p{N}])", "'<text>'"),
            rule("(?m)^(.{2000}).+$", "$1 <cut>"));

    private final List<Rule> known;

    private record Rule(Pattern pattern, String replacement) {
        String apply(String text) {
            return pattern.matcher(text).replaceAll(replacement);
        }
    }

    /// @param known what must not be told on this machine, and the word that stands for it, without brackets; spelled in upper
    ///   or lower case, and with slashes or backslashes
    public Redaction(Map<String, String> known) {
        var rules = new ArrayList<Rule>();
        known.entrySet()
                .stream()
                .filter(secret -> secret.getKey().strip().length() >= SHORTEST)
                .filter(secret -> !NOT_PERSONAL.contains(secret.getKey().strip()))
                .sorted(Comparator.comparing(secret -> -secret.getKey().length()))
                .forEach(secret -> rules.add(known(secret.getKey().strip(), secret.getValue())));
        this.known = List.copyOf(rules);
    }

    private static Rule known(String secret, String word) {
        var letters = new StringBuilder();
        secret.codePoints()
                .forEach(point -> letters.append(point == '/' || point == '\\'
                        ? "[/\\\\]+"
                        : Pattern.quote(Character.toString(point))));
        var whole = secret.length() >= LONG
                ? letters.toString()
                : "(?<![\\p{L}\\p{N}])" + letters + "(?![\\p{L}\\p{N}])";
        return new Rule(Pattern.compile(whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), "<" + word + ">");
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }

    /// A text that only the console wrote.
    public String of(String text) {
        return apply(ALWAYS, apply(known, text));
    }

    /// A text into which strangers' words may have got: rows that a database refused, statements, what was typed. It loses
    /// what stands in quotes and is longer than a word or two, too, for that may be a prompt.
    public String ofLog(String text) {
        return of(apply(IN_LOGS, text));
    }

    private static String apply(List<Rule> rules, String text) {
        var left = text;
        for (var rule : rules) {
            left = rule.apply(left);
        }
        return left;
    }
}
