package dev.gravitas.ui.shell;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.explain.Scope;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.shell.StatusScreen.Banner;
import dev.gravitas.ui.shell.StatusScreen.Mood;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Optional;

/// Puts the state of the console into words. Thread-safe.
final class StatusPresenter {
    private final Formats formats;
    private final Strings strings;

    StatusPresenter(Formats formats, Strings strings) {
        this.formats = formats;
        this.strings = strings;
    }

    StatusScreen present(ConsoleStatus status) {
        var database = status.database();
        return new StatusScreen(mood(status), recording(status), dropped(status.counters()), server(database),
                place(database.connection()), database.connection(), endpoint(status.endpointUrl()),
                banner(status), Optional.ofNullable(status.counters()).map(this::explained));
    }

    private Explanation explained(LoggerCounters counters) {
        return new Scope("", strings.text("explain.filter.console"), "", strings.text("explain.read.beat"))
                .of(strings.text("overview.fact.lost"), dropped(counters), strings.text("explain.fact.lost"),
                        strings.text("explain.count.accepted", formats.count(counters.accepted())));
    }

    // The path of an embedded server's socket is for the tooltip: it says nothing that an operator acts on.
    private static String place(String connection) {
        return connection.startsWith("embedded,") ? "embedded" : connection;
    }

    private static Mood mood(ConsoleStatus status) {
        return switch (status.database().state()) {
            case READY -> status.role() == ConsoleStatus.Role.VIEWER ? Mood.QUIET : Mood.OK;
            case STARTING -> Mood.WARNING;
            case UNSAFE, UNAVAILABLE -> isOnDisk(status) ? Mood.WARNING : Mood.DANGER;
        };
    }

    /// Whether events go to the disk, because the database is not there for them. While it starts, once one had to.
    private static boolean isOnDisk(ConsoleStatus status) {
        var counters = status.counters();
        return counters != null && switch (status.database().state()) {
            case READY -> false;
            case STARTING -> counters.spooled() > 0;
            case UNSAFE, UNAVAILABLE -> true;
        };
    }

    private String recording(ConsoleStatus status) {
        if (status.role() == ConsoleStatus.Role.VIEWER) {
            return strings.text("status.viewer");
        }
        var counters = status.counters();
        if (counters != null && isOnDisk(status)) {
            return strings.text("status.spooling", formats.count(counters.spooled()));
        }
        return switch (status.database().state()) {
            case READY -> strings.text("status.recording");
            case STARTING -> strings.text("status.starting");
            case UNSAFE, UNAVAILABLE -> strings.text("status.interrupted");
        };
    }

    private String dropped(@Nullable LoggerCounters counters) {
        if (counters == null) {
            return "";
        }
        var dropped = counters.dropped().values().stream().mapToLong(Long::longValue).sum();
        return strings.text("status.dropped", formats.count(dropped));
    }

    private String server(DatabaseStatus database) {
        return database.version() == null
                ? strings.text("status.database.unknown")
                : strings.text("status.database", database.version());
    }

    private String endpoint(@Nullable String url) {
        return url == null
                ? strings.text("status.endpoint.none")
                : strings.text("status.endpoint", Integer.toString(URI.create(url).getPort()));
    }

    private Optional<Banner> banner(ConsoleStatus status) {
        var database = status.database();
        boolean goesOn = isOnDisk(status);
        return switch (database.state()) {
            case READY -> Optional.empty();
            case STARTING -> Optional.of(new Banner(Mood.WARNING,
                    new Notice(strings.text("banner.starting"), database.detail())));
            case UNSAFE -> Optional.of(new Banner(Mood.DANGER,
                    new Notice(strings.text(goesOn ? "banner.unsafe.spooling" : "banner.unsafe"), database.detail())));
            case UNAVAILABLE -> Optional.of(new Banner(Mood.DANGER,
                    new Notice(strings.text(goesOn ? "banner.unavailable.spooling" : "banner.unavailable"),
                            database.detail())));
        };
    }
}
