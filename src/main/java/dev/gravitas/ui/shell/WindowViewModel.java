package dev.gravitas.ui.shell;

import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.RangeViewModel;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.filter.WindowChoice.Range;
import dev.gravitas.ui.filter.WindowChoice.Rolling;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The choice of a window of time: four rolling ones, or a span between two moments. FX thread only.
final class WindowViewModel {
    private final Filter filter;
    private final Clock clock;
    private final RangeViewModel range;
    private final ReadOnlyBooleanWrapper custom = new ReadOnlyBooleanWrapper();
    private Rolling before = Rolling.DAY;

    WindowViewModel(Filter filter, Formats formats, Strings strings, Clock clock) {
        this.filter = filter;
        this.clock = clock;
        this.range = new RangeViewModel(filter.window()::set, formats, strings, clock);
        filter.window().subscribe(this::follow);
    }

    private void follow(WindowChoice choice) {
        custom.set(choice instanceof Range);
        switch (choice) {
            case Range chosen -> range.show(chosen);
            case Rolling rolling -> before = rolling;
        }
    }

    /// Whether the span between two moments counts.
    ReadOnlyBooleanProperty custom() {
        return custom.getReadOnlyProperty();
    }

    RangeViewModel range() {
        return range;
    }

    void choose(Rolling rolling) {
        filter.window().set(rolling);
    }

    /// Chooses the rolling window that counted last.
    void back() {
        choose(before);
    }

    /// Holds on to what is shown now, for the operator to move its ends.
    void chooseCustom() {
        if (filter.window().get() instanceof Rolling rolling) {
            var now = clock.instant();
            var window = rolling.at(now).until(now);
            filter.window()
                    .set(new Range(window.from().truncatedTo(ChronoUnit.MINUTES),
                            window.to().truncatedTo(ChronoUnit.SECONDS)));
        }
    }
}
