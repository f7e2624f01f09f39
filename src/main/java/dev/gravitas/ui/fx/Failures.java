package dev.gravitas.ui.fx;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;

import java.util.function.Supplier;

/// Words for a failed reading: what failed, whether recording goes on, and that it is tried again.
public final class Failures {
    private final Supplier<ConsoleStatus> status;
    private final Strings strings;

    /// @param status must not block
    public Failures(Supplier<ConsoleStatus> status, Strings strings) {
        this.status = status;
        this.strings = strings;
    }

    /// No figures at all. Safe from any thread.
    public Notice nothing(String detail) {
        return new Notice(strings.text("state.failed.title"), text(detail));
    }

    /// Older figures stay on screen.
    public Notice stale(String since, String detail) {
        return new Notice(strings.text("state.stale.title", since), text(detail));
    }

    /// Nothing came back in time.
    public String overdue(long seconds) {
        return strings.text("state.overdue", seconds);
    }

    /// A fault of ours, not of the database.
    public String bug() {
        return strings.text("state.bug");
    }

    private String text(String detail) {
        return strings.text("state.retries", detail, recording());
    }

    private String recording() {
        var now = status.get();
        if (now.role() == ConsoleStatus.Role.VIEWER) {
            return strings.text("state.recording.elsewhere");
        }
        if (now.database().state() == DatabaseStatus.State.READY) {
            return strings.text("state.recording.on");
        }
        return strings.text(now.counters() == null ? "state.recording.off" : "state.recording.disk");
    }
}
