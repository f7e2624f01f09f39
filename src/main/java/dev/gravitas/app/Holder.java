package dev.gravitas.app;

/// Who holds a lock of the data folder.
///
/// @param kind what the process is
/// @param pid its process id
record Holder(Kind kind, long pid) {
    enum Kind {
        WINDOW("window"), SERVE("headless console (serve)"), KEEPER("database keeper");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static Holder ofThisProcess(Kind kind) {
        return new Holder(kind, ProcessHandle.current().pid());
    }

    @Override
    public String toString() {
        return kind.words + ", pid " + pid;
    }
}
