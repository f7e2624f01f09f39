package dev.gravitas.ui.chart.time;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The moment that is pointed at in all charts of a view. FX thread only; needs no toolkit.
public final class Crosshair {
    private final ReadOnlyObjectWrapper<Optional<Instant>> at = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Empty where nobody points.
    public ReadOnlyObjectProperty<Optional<Instant>> at() {
        return at.getReadOnlyProperty();
    }

    void point(Instant moment) {
        at.set(Optional.of(moment));
    }

    void leave() {
        at.set(Optional.empty());
    }
}
