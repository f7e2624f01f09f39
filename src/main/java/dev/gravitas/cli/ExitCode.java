package dev.gravitas.cli;

/// The documented exit codes of every command.
public final class ExitCode {
    public static final int OK = 0;
    /// A fault of the console itself; the log has the details.
    public static final int UNEXPECTED = 1;
    /// Arguments, settings or a file that cannot be used.
    public static final int BAD_INPUT = 2;
    /// Another console holds the data folder.
    public static final int ALREADY_RUNNING = 3;
    /// The database cannot be used, or a snapshot shows an error instead of figures; the message says why.
    public static final int DATABASE = 4;
    /// An import ended, but some rows of the file were bad.
    public static final int BAD_ROWS = 5;
    /// `gpu --check` found a reading that differs, or had nothing to compare with.
    public static final int DIFFERENT = 6;
    /// `gpu --release` was not followed in time.
    public static final int STILL_HELD = 7;
    /// Stopped by Ctrl-C, as shells count it (128 + SIGINT). An interrupted import goes on when it is run again.
    public static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
