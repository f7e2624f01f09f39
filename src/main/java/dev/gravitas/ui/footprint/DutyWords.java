package dev.gravitas.ui.footprint;

import dev.gravitas.maintenance.Duty;
import dev.gravitas.maintenance.Finding;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Puts duties into words. Thread-safe.
record DutyWords(Formats formats, Strings strings) {
    List<DutyRow> rows(List<UpkeepRecord> records, Instant now) {
        return Arrays.stream(Duty.values()).map(duty -> row(duty, records, now)).toList();
    }

    private DutyRow row(Duty duty, List<UpkeepRecord> records, Instant now) {
        var last = duty.last(records);
        if (last.isEmpty()) {
            return new DutyRow(duty, DutyRow.Level.NEVER, strings.text("duty.never"), strings.text(switch (duty) {
                case FOOTPRINT -> "duty.footprint.does";
                case EFFICIENCY -> "duty.efficiency.does";
                case PRUNING -> "duty.pruning.does";
            }),
                    "", strings.text("duty.due.now"));
        }
        var finding = Finding.of(last.get().detail());
        var due = last.get().doneAt().plus(duty.every());
        return new DutyRow(duty, level(finding), strings.text(switch (finding.verdict()) {
            case WELL -> "duty.well";
            case UNTOLD -> "duty.untold";
            case LOOK -> "duty.look";
        }), finding.words(),
                strings.text("duty.done", formats.minute(last.get().doneAt())),
                strings.text(due.isAfter(now) ? "duty.due" : "duty.overdue", formats.minute(due)));
    }

    private static DutyRow.Level level(Finding finding) {
        return switch (finding.verdict()) {
            case WELL -> DutyRow.Level.WELL;
            case UNTOLD -> DutyRow.Level.UNTOLD;
            case LOOK -> DutyRow.Level.LOOK;
        };
    }
}
