package dev.gravitas.ui.overview;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.overview.StatusWatch.Watched;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether events are recorded: the database answers, somebody records, nothing waits, nothing is lost.
record RecordingCheck(Moments moments, Formats formats, Strings strings) {
    /// A loss stays red for so long, and is told as long as the console counts it.
    private static final Duration FRESH = Duration.ofHours(1);

    void look(Watched watched, Instant now, Findings findings) {
        database(watched, now, findings);
        var status = watched.status();
        var counters = status.counters();
        if (status.role() == ConsoleStatus.Role.VIEWER) {
            viewer(status, findings);
        } else if (counters == null) {
            findings.unchecked(strings.text("overview.check.lost"));
        } else {
            findings.well(strings.text("overview.check.recording"));
            waiting(status.database(), counters, findings);
            lost(watched, counters, now, findings);
        }
    }

    private void database(Watched watched, Instant now, Findings findings) {
        var database = watched.status().database();
        switch (database.state()) {
            case READY -> findings.well(strings.text("overview.check.database"));
            case STARTING -> findings.worry(away(Level.WARNING, strings.text("banner.starting"), watched, now));
            case UNSAFE -> findings.worry(away(Level.DANGER, strings.text("overview.worry.unsafe"), watched, now));
            case UNAVAILABLE ->
                findings.worry(away(Level.DANGER, strings.text("overview.worry.unavailable"), watched, now));
        }
    }

    private Concern away(Level level, String what, Watched watched, Instant now) {
        var counters = watched.status().counters();
        var waiting = counters == null || counters.spooled() == 0
                ? ""
                : strings.text("overview.worry.spooling", formats.count(counters.spooled())) + " ";
        var since = watched.begun()
                ? moments.since(watched.databaseSince(), now)
                : moments.atLeastSince(watched.databaseSince(), now);
        return new Concern(level, what, since + " " + waiting + watched.status().database().detail(), Lead.SETTINGS);
    }

    private void viewer(ConsoleStatus status, Findings findings) {
        if (status.endpointUrl() == null) {
            findings.worry(new Concern(Level.WARNING, strings.text("overview.worry.nobody"),
                    strings.text("overview.worry.nobody.more"), Lead.FOOTPRINT));
        }
        findings.unchecked(strings.text("overview.check.lost.elsewhere"));
    }

    private void waiting(DatabaseStatus database, LoggerCounters counters, Findings findings) {
        if (database.state() == DatabaseStatus.State.READY && counters.spooled() > 0) {
            findings.worry(
                    new Concern(Level.WARNING,
                            strings.text("overview.worry.waiting", formats.count(counters.spooled())),
                            strings.text("overview.worry.waiting.more"), Lead.FOOTPRINT));
        }
    }

    private void lost(Watched watched, LoggerCounters counters, Instant now, Findings findings) {
        long lost = counters.droppedEvents();
        if (lost == 0) {
            findings.well(strings.text("overview.check.lost"));
            return;
        }
        var at = watched.lostAt();
        boolean fresh = at != null && Duration.between(at, now).compareTo(FRESH) < 0;
        var when = at == null
                ? strings.text("overview.worry.lost.before")
                : strings.text("overview.worry.lost.last", moments.at(at, now));
        findings.worry(new Concern(fresh ? Level.DANGER : Level.WARNING,
                strings.text("overview.worry.lost", formats.count(lost)), when + " " + reasons(counters.dropped()),
                Lead.FOOTPRINT));
    }

    private String reasons(Map<String, Long> dropped) {
        return strings.text("overview.worry.lost.reasons", dropped.entrySet()
                .stream()
                .filter(reason -> reason.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(reason -> strings.text("vram.part.words", reason.getKey(), formats.count(reason.getValue())))
                .collect(Collectors.joining(strings.text("list.separator"))));
    }
}
