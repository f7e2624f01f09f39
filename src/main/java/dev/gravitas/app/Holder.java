package dev.gravitas.app;

import java.util.Optional;
import java.util.regex.Pattern;

/// Who holds a lock of the data folder.
///
/// @param kind what the process is
/// @param pid its process id
record Holder(Kind kind, long pid) {
    /// One that did not write its name, or whose name was overwritten.
    static final Holder UNKNOWN = new Holder(Kind.UNKNOWN, -1);

    private static final Pattern TEXT = Pattern.compile("(WINDOW|SERVE|KEEPER) ([0-9]{1,18})");

    enum Kind {
        WINDOW("window"),
        SERVE("headless console (serve)"),
        KEEPER("database keeper"),
        UNKNOWN("a process that does not say its name");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static Holder ofThisProcess(Kind kind) {
        return new Holder(kind, ProcessHandle.current().pid());
    }

    /// Empty for a text that no holder writes.
    static Optional<Holder> read(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Holder(Kind.valueOf(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /// As [#read] takes it.
    String text() {
        return kind.name() + " " + pid;
    }

    @Override
    public String toString() {
        return kind == Kind.UNKNOWN ? kind.words : kind.words + ", pid " + pid;
    }
}
