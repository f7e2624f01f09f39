package dev.gravitas.ui.fx;

import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The figures of one view, kept fresh: read in the background, one reading at a time, and shown on the FX thread.
///
/// All methods belong to the FX thread. A reading that does not come back is reported after [#PATIENCE]; the window stays
/// responsive, because nothing here waits.
public final class LiveView<S extends Screen> {
    /// How long a reading may take before the view says so. With a reading each two seconds and a look each second, a database
    /// that hangs is told within five.
    public static final Duration PATIENCE = Duration.ofMillis(1_900);

    private static final Logger log = LoggerFactory.getLogger(LiveView.class);

    private final Supplier<Reading<S>> next;
    private final Tools tools;
    private final ReadOnlyObjectWrapper<Optional<S>> screen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(new ViewState.Loading());
    private @Nullable Instant runningSince;
    private @Nullable Instant shownAt;
    private int choice;
    /// What is being read is older than what must be shown.
    private boolean again;
    /// The reading under way, or the one after it, brings something newer than what is shown.
    private boolean newer;

    /// Reads and formats the figures; called on a background thread, may block.
    public interface Reading<S> {
        S read() throws StoreException;
    }

    /// What all live views share.
    public record Tools(Executor work, FxBridge bridge, Clock clock, Failures failures, Formats formats) {}

    /// @param next called on the FX thread before each reading, to fix what the operator has chosen
    public LiveView(Supplier<Reading<S>> next, Tools tools) {
        this.next = next;
        this.tools = tools;
    }

    /// What is on screen, empty until the first reading.
    public ReadOnlyObjectProperty<Optional<S>> screen() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ViewState> state() {
        return state.getReadOnlyProperty();
    }

    /// Reads again unless a reading is under way; reports one that takes too long.
    public void refresh() {
        if (runningSince == null) {
            start();
        } else {
            watch();
        }
    }

    /// Reports a reading that takes too long, and starts none.
    public void watch() {
        if (runningSince != null && runningSince.plus(PATIENCE).isBefore(tools.clock().instant())) {
            long millis = Duration.between(runningSince, tools.clock().instant()).toMillis();
            failed(tools.failures().overdue(Math.ceilDiv(millis, 1_000)));
        }
    }

    /// Reads what has just changed: a reading that is under way is followed by another.
    public void refreshAgain() {
        newer = true;
        if (runningSince == null) {
            start();
        } else {
            again = true;
        }
    }

    /// Whether it shows something, and nothing newer is known to be on its way.
    public boolean settled() {
        return !(state.get() instanceof ViewState.Loading) && !newer;
    }

    /// The operator chose something else: whatever is being read now is of no use any more.
    public void choiceChanged() {
        choice++;
        state.set(new ViewState.Loading());
        refresh();
    }

    private void start() {
        runningSince = tools.clock().instant();
        var chosen = choice;
        var reading = next.get();
        try {
            tools.work().execute(() -> read(reading, chosen));
        } catch (RejectedExecutionException closing) {
            log.debug("no more readings: the console is closing");
        }
    }

    private void read(Reading<S> reading, int chosen) {
        try {
            var fresh = reading.read();
            tools.bridge().run(() -> arrived(chosen, () -> show(fresh)));
        } catch (StoreException e) {
            log.debug("a view could not be read", e);
            tools.bridge().run(() -> arrived(chosen, () -> failed(String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            log.error("a view could not be prepared", e);
            tools.bridge().run(() -> arrived(chosen, () -> failed(tools.failures().bug())));
        }
    }

    private void arrived(int chosen, Runnable result) {
        runningSince = null;
        if (chosen == choice) {
            result.run();
        }
        if (chosen != choice || again) {
            again = false;
            start();
        } else {
            newer = false;
        }
    }

    private void show(S fresh) {
        shownAt = tools.clock().instant();
        screen.set(Optional.of(fresh));
        state.set(fresh.empty().<ViewState>map(ViewState.Empty::new).orElseGet(ViewState.Ready::new));
    }

    private void failed(String detail) {
        var since = shownAt;
        var figuresOnScreen = state.get() instanceof ViewState.Ready || state.get() instanceof ViewState.Stale;
        state.set(since != null && figuresOnScreen
                ? new ViewState.Stale(tools.failures().stale(tools.formats().time(since), detail))
                : new ViewState.Failed(tools.failures().nothing(detail)));
    }
}
