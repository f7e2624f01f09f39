package dev.gravitas.maintenance;

import dev.gravitas.model.UpkeepRecord;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that has to be looked at in a rhythm (specification section 6).
public enum Duty {
    FOOTPRINT("review_footprint", Duration.ofDays(1)),
    EFFICIENCY("review_efficiency", Duration.ofDays(7)),
    PRUNING(
            "verify_pruning", Duration.ofDays(30));

    private final String task;
    private final Duration every;

    Duty(String task, Duration every) {
        this.task = task;
        this.every = every;
    }

    /// Under which its last result is kept.
    public String task() {
        return task;
    }

    public Duration every() {
        return every;
    }

    /// What it found last, empty for never done.
    public Optional<UpkeepRecord> last(List<UpkeepRecord> records) {
        return records.stream().filter(record -> record.task().equals(task)).findFirst();
    }

    /// When it has to be done again; empty for at once, because it never was.
    public Optional<Instant> due(List<UpkeepRecord> records) {
        return last(records).map(record -> record.doneAt().plus(every));
    }
}
