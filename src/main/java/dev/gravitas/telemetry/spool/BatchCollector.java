package dev.gravitas.telemetry.spool;

import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.store.EventBatch;
import dev.gravitas.telemetry.SpooledBatch;

import java.util.ArrayList;
import java.util.List;

/// Puts events that come in order back into their batches, and never cuts one.
final class BatchCollector {
    private final int wanted;
    private final List<SpooledBatch> whole = new ArrayList<>();
    private final List<SpoolRecord> open = new ArrayList<>();
    private int events;

    /// @param wanted events; enough as soon as whole batches have so many
    BatchCollector(int wanted) {
        this.wanted = wanted;
    }

    /// @return false when there are enough, and this event is not taken
    boolean take(SpoolRecord next) {
        if (!open.isEmpty() && !open.getFirst().batch().equals(next.batch())) {
            finish();
            if (events >= wanted) {
                return false;
            }
        }
        open.add(next);
        return true;
    }

    List<SpooledBatch> whole() {
        if (!open.isEmpty()) {
            finish();
        }
        return List.copyOf(whole);
    }

    private void finish() {
        List<TelemetryEvent> content = open.stream().map(SpoolRecord::event).toList();
        whole.add(new SpooledBatch(new EventBatch(open.getFirst().batch(), content), open.getFirst().seq(),
                open.getLast().seq()));
        events += content.size();
        open.clear();
    }
}
