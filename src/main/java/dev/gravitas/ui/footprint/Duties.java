package dev.gravitas.ui.footprint;

import dev.gravitas.maintenance.Duty;
import dev.gravitas.maintenance.Maintenance;
import dev.gravitas.store.StoreException;
import dev.gravitas.ui.fx.LiveView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Does duties when the operator wants them done, in the background. FX thread only.
public final class Duties {
    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);
    private static final DutyTrial NONE = new DutyTrial.None();

    private final Maintenance maintenance;
    private final LiveView.Tools tools;
    private final Map<Duty, ReadOnlyObjectWrapper<DutyTrial>> trials = new EnumMap<>(Duty.class);

    public Duties(Maintenance maintenance, LiveView.Tools tools) {
        this.maintenance = maintenance;
        this.tools = tools;
    }

    ReadOnlyObjectProperty<DutyTrial> trial(Duty duty) {
        return of(duty).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<DutyTrial> of(Duty duty) {
        return trials.computeIfAbsent(duty, _ -> new ReadOnlyObjectWrapper<>(NONE));
    }

    /// @param done called when its record has changed
    void perform(Duty duty, Runnable done) {
        if (of(duty).get() instanceof DutyTrial.Running) {
            return;
        }
        of(duty).set(new DutyTrial.Running());
        try {
            tools.work().execute(() -> attempt(duty, done));
        } catch (RejectedExecutionException closing) {
            LOG.debug("{} is not done: the console is closing", duty);
        }
    }

    private void attempt(Duty duty, Runnable done) {
        var outcome = outcome(duty);
        tools.bridge().run(() -> {
            of(duty).set(outcome);
            done.run();
        });
    }

    private DutyTrial outcome(Duty duty) {
        try {
            maintenance.perform(duty);
            return NONE;
        } catch (StoreException e) {
            LOG.debug("{} failed", duty, e);
            return new DutyTrial.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("{} failed", duty, e);
            return new DutyTrial.Failed(tools.failures().bug());
        }
    }
}
