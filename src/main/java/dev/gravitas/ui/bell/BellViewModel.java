package dev.gravitas.ui.bell;

import dev.gravitas.ui.fx.FxBridge;

import java.time.Clock;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the bell was rung for, newest first. What happens again is one line that counts. FX thread only, but for [#ring].
public final class BellViewModel implements Bell {
    /// Older ones are forgotten.
    static final int MOST = 200;

    private final FxBridge bridge;
    private final Clock clock;
    private final ObservableList<Rung> history = FXCollections.observableArrayList();
    private final ObservableList<Rung> shown = FXCollections.unmodifiableObservableList(history);
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();

    public BellViewModel(FxBridge bridge, Clock clock) {
        this.bridge = bridge;
        this.clock = clock;
    }

    @Override
    public void ring(Ring ring) {
        bridge.run(() -> add(ring));
    }

    private void add(Ring ring) {
        var now = clock.instant();
        var before = history.stream().filter(rung -> rung.ring().isAgain(ring)).findFirst();
        before.ifPresent(history::remove);
        history.addFirst(before.map(rung -> rung.again(ring, now)).orElseGet(() -> new Rung(ring, 1, now, now, true)));
        if (history.size() > MOST) {
            history.remove(MOST, history.size());
        }
        count();
    }

    ObservableList<Rung> history() {
        return shown;
    }

    /// How many lines have something that nobody has looked at.
    public ReadOnlyIntegerProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    /// Somebody looks.
    void look() {
        history.replaceAll(Rung::seen);
        count();
    }

    private void count() {
        unseen.set((int) history.stream().filter(Rung::unseen).count());
    }
}
