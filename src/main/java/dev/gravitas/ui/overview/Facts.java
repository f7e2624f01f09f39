package dev.gravitas.ui.overview;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The lines about the console itself. Thread-safe.
record Facts(Moments moments, Formats formats, Strings strings) {

    List<HealthFact> of(ConsoleStatus status, Optional<Stored> known, Instant now) {
        return List.of(database(status.database()), recorder(status), spool(status.counters()),
                lost(status.counters()), lastEvent(known, now), pruned(known, now));
    }

    private HealthFact database(DatabaseStatus database) {
        var server = database.version() == null
                ? strings.text("status.database.unknown")
                : strings.text("status.database", database.version());
        return fact("overview.fact.database", switch (database.state()) {
            case READY -> strings.text("overview.fact.database.ready", server);
            case STARTING -> strings.text("overview.fact.database.starting", server);
            case UNSAFE -> strings.text("overview.fact.database.unsafe", server);
            case UNAVAILABLE -> strings.text("overview.fact.database.away", server);
        }, switch (database.state()) {
            case READY -> Level.OK;
            case STARTING -> Level.WARNING;
            case UNSAFE, UNAVAILABLE -> Level.DANGER;
        });
    }

    private HealthFact recorder(ConsoleStatus status) {
        if (status.role() == ConsoleStatus.Role.RECORDER) {
            return fact("overview.fact.recorder", strings.text("overview.fact.recorder.this"), Level.OK);
        }
        return status.endpointUrl() == null
                ? fact("overview.fact.recorder", strings.text("overview.fact.recorder.nobody"), Level.WARNING)
                : fact("overview.fact.recorder", strings.text("overview.fact.recorder.other"), Level.QUIET);
    }

    private HealthFact spool(@Nullable LoggerCounters counters) {
        if (counters == null) {
            return fact("overview.fact.spool", strings.text("overview.fact.elsewhere"), Level.QUIET);
        }
        return counters.spooled() == 0
                ? fact("overview.fact.spool", strings.text("overview.fact.spool.empty"), Level.OK)
                : fact("overview.fact.spool",
                        strings.text("overview.fact.spool.waiting", formats.count(counters.spooled())), Level.WARNING);
    }

    private HealthFact lost(@Nullable LoggerCounters counters) {
        if (counters == null) {
            return fact("overview.fact.lost", strings.text("overview.fact.elsewhere"), Level.QUIET);
        }
        long lost = counters.droppedEvents();
        var all = formats.count(counters.accepted());
        return lost == 0
                ? fact("overview.fact.lost", strings.text("overview.fact.lost.none", all), Level.OK)
                : fact("overview.fact.lost", strings.text("overview.fact.lost.some", formats.count(lost), all),
                        Level.DANGER);
    }

    private HealthFact lastEvent(Optional<Stored> known, Instant now) {
        if (known.isEmpty()) {
            return fact("overview.fact.last", strings.text("overview.fact.unknown"), Level.QUIET);
        }
        var newest = known.get().rows().newest();
        return fact("overview.fact.last",
                newest == null ? strings.text("footprint.record.none") : moments.ago(newest, now), Level.QUIET);
    }

    private HealthFact pruned(Optional<Stored> known, Instant now) {
        if (known.isEmpty()) {
            return fact("overview.fact.pruned", strings.text("overview.fact.unknown"), Level.QUIET);
        }
        return known.get()
                .pruned()
                .map(last -> fact("overview.fact.pruned",
                        strings.text("overview.fact.pruned.last", moments.at(last.doneAt(), now), last.detail()),
                        Level.QUIET))
                .orElseGet(() -> fact("overview.fact.pruned", strings.text("overview.fact.pruned.never"),
                        Level.QUIET));
    }

    private HealthFact fact(String label, String value, Level level) {
        return new HealthFact(strings.text(label), value, level);
    }
}
